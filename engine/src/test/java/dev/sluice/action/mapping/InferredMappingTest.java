package dev.sluice.action.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors of mappings (spec: studio §2.8, M1 to M20), with the results that are wanted.
final class InferredMappingTest {
  private static final String PEOPLE =
      "[{'id':1,'name':'ada','contacts':{'email':'a@x'},'array':[1,2,3]},"
          + "{'id':2,'name':'bob','contacts':{'email':'b@x','skype':'b'},'array':[1,2,3]}]";

  /// In the results `id*` is a primary key, `J(x)` a forced JSON column, `U(x)` a user column.
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          M1   @ PEOPLE @ 0 @ id @ id=id* name=name contacts=J(contacts) array=J(array)
          M2   @ PEOPLE @ 1 @ id @ id=id* name=name contacts.email=contacts_email contacts.skype=contacts_skype array=J(array)
          M3   @ PEOPLE @ 1 @    @ id=id name=name contacts.email=contacts_email contacts.skype=contacts_skype array=J(array)
          M5   @ [{'$id':1,'name|test':2,'array&&invalid':[1]}] @ 2 @ @ $id=id name|test=name_test array&&invalid=J(array__invalid)
          M7   @ {'maxResults':3,'values':[{'id':1,'value':{'age':3,'name':'x'}},{'id':2,'value':{'age':4,'name':'y'}}]} @ 2 @ @ id=id value.age=value_age value.name=value_name
          M8   @ [[{'a':1,'workingDays':[{'d':1}],'teams':[{'t':1}]},{'other':1}]] @ 2 @ @ a=a workingDays=J(workingDays) teams=J(teams)
          M11  @ [{'id':1,'name':'x','address':{'city':'c','geo':{'lat':1}}}] @ 2 @ @ id=id name=name address.city=address_city address.geo.lat=address_geo_lat
          M11b @ [{'id':1,'name':'x','address':{'city':'c','geo':{'lat':1}}}] @ 1 @ @ id=id name=name address.city=address_city address.geo=J(address_geo)
          M14  @ [{'a':{'b':1},'c':2}] @ 2 @ @ a.b=a_b c=c
          M15  @ [{'i':1,'a':null},{'a':{'b':1}}] @ 2 @ @ i=i a.b=a_b
          M15b @ [{'a':{'b':1}},{'i':1,'a':null}] @ 2 @ @ a.b=a_b i=i
          M16  @ [{'a':1},{'a':{'b':1}}] @ 2 @ @ a=J(a)
          M17  @ [{'a_b':1,'a':{'b':1},'a-b':1,'a b':1}] @ 2 @ @ a_b=a_b a.b=a_b_1 a-b=a_b_2 a·b=a_b_3
          M18  @ [{'a_b':1,'a_b_1':2,'a':{'b':2}}] @ 2 @ @ a_b=a_b a_b_1=a_b_1 a.b=a_b_2
          M19  @ [{' my col ':1,'_x':1,'__y':1,'9':1,'é':1}] @ 2 @ @ ·my·col·=my_col _x=x __y=_y 9=9 é=column_5
          null @ [{'id':1,'n':null,'o':{}}] @ 2 @ @ id=id n=J(n)
          """)
  void recordsBecomeColumns(String id, String records, int levels, String key, String expected) {
    String text = records.equals("PEOPLE") ? PEOPLE : records;
    List<String> keys = key == null ? List.of() : List.of(key);
    InferredMapping inferred = infer(text, levels, keys, List.of(), List.of());
    assertEquals(expected.replace('·', ' '), brief(inferred.mapping()), id);
  }

  @Test
  void m4AndM6UserDataAreColumnsWithNamesOfTheirOwn() {
    assertTrue(
        brief(infer(PEOPLE, 0, List.of(), List.of("date_start"), List.of()).mapping())
            .endsWith(" date_start=U(date_start)"));
    assertEquals(
        "a.b=a_b a_b=U(a_b_1)",
        brief(infer("[{'a':{'b':1}}]", 2, List.of(), List.of("a_b"), List.of()).mapping()));
  }

  @Test
  void m12AParentsColumnIsNamedAfterItsPath() {
    String mapping =
        infer("[{'x':1}]", 2, List.of(), List.of(), List.of("id", "parent_no"))
            .mapping()
            .toString();
    assertEquals(
        "{'x':'x','parent_id':{'type':'user','mapping':{'destination':'parent_id','primaryKey':true}},"
                .replace('\'', '"')
            + "'parent_no':{'type':'user','mapping':{'destination':'parent_no','primaryKey':true}}}"
                .replace('\'', '"'),
        mapping);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          [] @ name @ The request returned no data to infer mapping from.
          [{'name':1}] @ name @ User data key [name] already exists in the response data, please change the name.
          [1] @ name @ The records are no objects: there is nothing to map.
          """)
  void m13AndM20WhatCanNotBeMappedIsAnError(String records, String userData, String message) {
    UserError error =
        assertThrows(
            UserError.class, () -> infer(records, 2, List.of(), List.of(userData), List.of()));
    assertEquals(message, error.getMessage());
  }

  @Test
  void keysAreSuggestedAndOddRecordsAreTold() {
    String records = "[{'id':1,'user_id':7,'key':null},{'id':2,'user_id':7,'key':1}]";
    assertEquals(List.of("id"), infer(records, 2, List.of(), List.of(), List.of()).keys());
    InferredMapping wrapped = infer("[[{'id':1}]]", 2, List.of("no"), List.of(), List.of());
    assertEquals(
        List.of(
            "The records are lists: the Data Selector may be one level too high.",
            "The primary key 'no' is no simple value of the records."),
        wrapped.warnings());
  }

  @Test
  void listsOfObjectsMayBecomeTables() {
    JsonObject tables =
        infer(
                "[{'id':1,'items':[{'sku':'a'},{'n':{'x':1}}],'tags':['a']}]",
                2,
                List.of(),
                List.of(),
                List.of())
            .childTables();
    assertEquals(
        "{'items':{'type':'table','destination':'orders_items','tableMapping':{'sku':'sku','n.x':'n_x'}}}"
            .replace('\'', '"'),
        tables.toString());
  }

  @Test
  void aDotInANameNeedsAnotherDelimiter() {
    assertEquals(
        "{'a.b':{'mapping':{'destination':'a_b'},'delimiter':'/'},'a/b':{'mapping':{'destination':'a_b_1'},'delimiter':'/'}}"
            .replace('\'', '"'),
        infer("[{'a.b':1,'a':{'b':2}}]", 2, List.of(), List.of(), List.of()).mapping().toString());
  }

  @Test
  void columnsThatAreMissingAreAddedUnderNamesThatAreFree() {
    InferredMapping inferred =
        infer("[{'id':1,'name':2,'x':[]}]", 2, List.of(), List.of(), List.of());
    assertEquals(
        "id=name name=name_1 x=J(x)",
        brief(inferred.addedTo(JsonObject.of("id", new JsonString("name")))));
  }

  private static InferredMapping infer(
      String records, int levels, List<String> keys, List<String> userData, List<String> parents) {
    return InferredMapping.of(
        InferredMapping.records(json(records)),
        new InferredMapping.Wish("orders", levels, keys, userData, parents));
  }

  private static String brief(JsonObject mapping) {
    List<String> all = new ArrayList<>();
    mapping.forEach((path, item) -> all.add(path + "=" + brief(item)));
    return String.join(" ", all);
  }

  private static String brief(JsonValue item) {
    if (item instanceof JsonString(String name)) {
      return name;
    }
    JsonObject object = (JsonObject) item;
    JsonObject column = object.object("mapping");
    String name = ((JsonString) column.find("destination").orElseThrow()).value();
    if (object.has("forceType")) {
      assertEquals(
          "\"column\"",
          String.valueOf(object.find("type").orElseThrow())
              .replace("JsonString[value=", "\"")
              .replace("]", "\""));
      return "J(" + name + ")";
    }
    if (object.has("type")) {
      return "U(" + name + ")";
    }
    assertEquals(Arrays.asList("destination", "primaryKey"), column.shape().names());
    return name + "*";
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text.replace('\'', '"'));
    } catch (JsonSyntaxError e) {
      throw new AssertionError(e);
    }
  }
}
