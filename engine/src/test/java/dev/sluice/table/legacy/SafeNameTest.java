package dev.sluice.table.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: tables §3.2, §3.3.
class SafeNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          first name | first_name
          user/{id}/x | user__id__x
          a..b | a__b
          _lead_ | lead
          Ünïcode | n__code
          x-y | x-y
          -- | --
          #hash | hash
          """)
  void keepsLettersDigitsAndHyphens(String name, String safe) {
    assertEquals(safe, new SafeName().of(name));
  }

  @ParameterizedTest
  @CsvSource({"日本, ''", "'', ''", "__, ''"})
  void mayLeaveNothing(String name, String safe) {
    assertEquals(safe, new SafeName().of(name));
  }

  /// Worked out by a program of its own that follows the description in the specification.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk | kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
          kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk_1234567890123 | f42cc2ef5b93c49b03061766d16b535d__1234567890123
          alpha beta/gamma_delta gamma_delta gamma_delta gamma_delta gamma_delta end | abggggge__gamma_delta_gamma_delta_gamma_delta_gamma_delta_end
          contacts and addresses/primary_delivery_location/geographical_position_latitude_x | caapg__delivery_location_geographical_position_latitude_x
          it's a-long name it's a-long name it's a-long name it's a-long name it's a-long name | isalnisalnisalnisalnisaln__it_s_a-long_name_it_s_a-long_name
          1234567890123456789012345678901234567890123456789012345678901234567890_a | 6e2b14ea06c0f2a4cfb583009b398648__a
          éééééééééééééééééééééééééééééééééééééééé | 639258863c18c505cc2183a5e4b63394
          x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_ | x__x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x
          data_modules__DistributionGroups_outputs_groupCharacteristics_persistent | d___DistributionGroups_outputs_groupCharacteristics_persistent
          a b c d e f g h a b c d e f g h a b c d e f g h a b c d e f g h a b c d e f g h a b c d e f g h a b c d e f g h a b c d e f g h | abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh
          """)
  void shortensNamesOfMoreThan64Bytes(String name, String safe) {
    assertEquals(safe, new SafeName().of(name));
  }
}
