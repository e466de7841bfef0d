package dev.sluice.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one answer says about further pages.
final class PagingGuessTest {
  private static final String URL = "https://api.example.com/orders";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'links':{'next':'https://api.example.com/orders?page=2'}} | | {'method':'response.url','urlKey':'links.next'}
          {'_links':{'next':{'href':'/orders?page=2'}}} | | {'method':'response.url','urlKey':'_links.next.href'}
          {'@odata.nextLink':'https://api.example.com/x'} | | {'method':'response.url','urlKey':'@odata.nextLink','delimiter':'/'}
          {'meta':{'next_cursor':'abc'}} | | {'method':'response.param','responseParam':'meta.next_cursor','queryParam':'cursor'}
          {'nextPageToken':'abc'} | | {'method':'response.param','responseParam':'nextPageToken','queryParam':'pageToken'}
          {'startAt':0,'maxResults':50} | | {'method':'offset','limit':50,'offsetParam':'startAt','limitParam':'maxResults'}
          {'data':[]} | ?offset=0&limit=10 | {'method':'offset','limit':'10','offsetParam':'offset','limitParam':'limit'}
          {'meta':{'current_page':1,'per_page':20}} | | {'method':'pagenum','pageParam':'page','limitParam':'per_page','limit':20}
          [] | ?page=0 | {'method':'pagenum','pageParam':'page','firstPage':0}
          {'next':null,'data':[{'page':1}]} | | none
          {'next':''} | | none
          """)
  void anAnswerLooksLikeAMethod(String body, String query, String expected) throws JsonSyntaxError {
    String guess =
        PagingGuess.of(
                new JsonReader().read(body.replace('\'', '"')), URL + (query == null ? "" : query))
            .map(found -> found.pagination().toString())
            .orElse("none");
    assertEquals(expected.replace('\'', '"'), guess);
  }

  @Test
  void theWordsNameThePlace() throws JsonSyntaxError {
    assertEquals(
        "Looks like response.url on `links.next`.",
        PagingGuess.of(new JsonReader().read("{\"links\":{\"next\":\"/o?p=2\"}}"), URL)
            .orElseThrow()
            .words());
  }
}
