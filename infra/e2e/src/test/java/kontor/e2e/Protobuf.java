package kontor.e2e;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Protobuf message, as far as its fields are messages, texts or bytes; numbers are passed over. */
final class Protobuf {

    private static final Protobuf NOTHING = new Protobuf(new byte[0]);

    private final byte[] bytes;

    Protobuf(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Each value of the field of that number. */
    Stream<Protobuf> all(int number) {
        List<Protobuf> values = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = Math.toIntExact(varint(in));
            switch (key & 7) {
                case 0 -> varint(in);
                case 1 -> in.getLong();
                case 2 -> {
                    byte[] value = new byte[Math.toIntExact(varint(in))];
                    in.get(value);
                    if (key >>> 3 == number) {
                        values.add(new Protobuf(value));
                    }
                }
                case 5 -> in.getInt();
                default -> throw new IllegalArgumentException("no kind of field: " + key);
            }
        }
        return values.stream();
    }

    Protobuf first(int number) {
        return all(number).findFirst().orElse(NOTHING);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = in.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }
}
