package kontor.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 answer, of which only its end, its status and where it leads matter.
 *
 * @param location in lower case; empty if it does not say
 * @param isLast the server closes the connection behind it
 */
record Reply(int status, String location, boolean isLast) {

    private static final int STATUS_AT = "HTTP/1.1 ".length();

    /** Null as long as it is not complete. One request is answered at a time, so nothing follows it. */
    static @Nullable Reply in(byte[] bytes, int length) {
        int body = endOfHead(bytes, length);
        if (body < 0) {
            return null;
        }
        String head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
        int status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
        if (!isComplete(head, status, bytes, body, length)) {
            return null;
        }
        return new Reply(
                status,
                Objects.requireNonNullElse(header(head, "location"), ""),
                "close".equals(header(head, "connection")));
    }

    private static boolean isComplete(String head, int status, byte[] bytes, int body, int length) {
        String size = header(head, "content-length");
        if (size != null) {
            return length - body >= Integer.parseInt(size);
        }
        if ("chunked".equals(header(head, "transfer-encoding"))) {
            return isLastChunkIn(bytes, body, length);
        }
        if (status == 204 || status == 304) {
            return true;
        }
        throw new IllegalStateException("An answer without length: " + head);
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (int at = 3; at < length; at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r') {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean isLastChunkIn(byte[] bytes, int body, int length) {
        int at = body;
        while (true) {
            int lineEnd = at;
            while (lineEnd < length && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd >= length) {
                return false;
            }
            int size = chunkSize(bytes, at, lineEnd);
            // Behind each chunk, the empty last one too, comes a line end; there are no trailers here.
            at = lineEnd + 1 + size + 2;
            if (at > length) {
                return false;
            }
            if (size == 0) {
                return true;
            }
        }
    }

    private static int chunkSize(byte[] bytes, int from, int to) {
        int size = 0;
        for (int at = from; at < to; at++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                break;
            }
            size = size * 16 + digit;
        }
        return size;
    }

    private static @Nullable String header(String head, String name) {
        int line = head.indexOf("\r\n") + 2;
        while (line > 1 && line < head.length()) {
            int end = head.indexOf("\r\n", line);
            if (head.regionMatches(true, line, name, 0, name.length())
                    && line + name.length() < end
                    && head.charAt(line + name.length()) == ':') {
                return head.substring(line + name.length() + 1, end).trim().toLowerCase(Locale.ROOT);
            }
            line = end + 2;
        }
        return null;
    }
}
