package dev.sluice.table.automatic;

/// The binary form of values in the spool: a tag byte, then the content.
///
/// Short texts and numbers have their length in the tag. Lists and objects start with the length of
/// their content, so that they can be passed over. The names of an object are the number of its
/// [Layout], or stand before each value.
///
/// | tag | value | content |
/// |---|---|---|
/// | `00` `01` `02` `03` | `null`, `false`, `true`, `[]` | |
/// | `04` | string | 4 bytes: length; UTF-8 |
/// | `05` | number | 4 bytes: length; literal |
/// | `06` | list | 4 bytes: length of what follows; 4 bytes: count; values |
/// | `07` | object | 4 bytes: length of what follows; 4 bytes: layout; values |
/// | `08` | object | 4 bytes: length of what follows; 4 bytes: count; name as string, value, … |
/// | `40`–`5f` | integer within 64 bits, not `-0` | literal of up to 31 bytes |
/// | `60`–`7f` | other number | literal of up to 31 bytes |
/// | `80`–`ff` | string | UTF-8, up to 127 bytes |
final class SpoolForm {
  static final byte NULL = 0;
  static final byte FALSE = 1;
  static final byte TRUE = 2;
  static final byte EMPTY_LIST = 3;
  static final byte STRING = 4;
  static final byte NUMBER = 5;
  static final byte LIST = 6;
  static final byte OBJECT = 7;
  static final byte NAMED_OBJECT = 8;
  static final int SHORT_INTEGER = 0x40;
  static final int SHORT_NUMBER = 0x60;
  static final int SHORT_STRING = 0x80;
  static final int MAX_SHORT_NUMBER = 0x1f;
  static final int MAX_SHORT_STRING = 0x7f;

  /// Bytes before the content of a long string or number.
  static final int LONG_HEADER = 5;

  /// Bytes before the first value of a list or an object.
  static final int GROUP_HEADER = 9;

  private SpoolForm() {}

  // Byte by byte: the launcher leaves out the compiler that makes a single access of a VarHandle.
  static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | ((bytes[at + 1] & 0xff) << 8)
        | ((bytes[at + 2] & 0xff) << 16)
        | (bytes[at + 3] << 24);
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) (value >> 16);
    bytes[at + 3] = (byte) (value >> 24);
  }

  /// {@return where the value that starts at a place ends, exclusive}
  static int end(byte[] bytes, int at) {
    int tag = bytes[at];
    if (tag < 0) {
      return at + 1 + (tag & MAX_SHORT_STRING);
    }
    if (tag >= SHORT_INTEGER) {
      return at + 1 + (tag & MAX_SHORT_NUMBER);
    }
    return tag <= EMPTY_LIST ? at + 1 : at + LONG_HEADER + intAt(bytes, at + 1);
  }

  /// {@return whether the value yields nothing: `null` or `[]`}
  static boolean isBlank(int tag) {
    return tag == NULL || tag == EMPTY_LIST;
  }

  static boolean isObject(int tag) {
    return tag == OBJECT || tag == NAMED_OBJECT;
  }

  static boolean isList(int tag) {
    return tag == LIST || tag == EMPTY_LIST;
  }

  /// {@return where the text of a string starts}
  static int textStart(byte[] bytes, int at) {
    return bytes[at] < 0 ? at + 1 : at + LONG_HEADER;
  }
}
