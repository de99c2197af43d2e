package kontor.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import kontor.platform.Rejection;
import kontor.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends: the sort value (as text, null sorts first) and the id of its last row. Opaque to callers and bound
 * to caller, filter and sort; it opens nothing, because every list carries its owner in the query itself.
 */
public record Cursor(@Nullable String sortValue, String id) {

    private static final int SEAL_BYTES = 12;
    private static final String NULL = "-";

    String encode(String binding) {
        String content = (sortValue == null ? NULL : "+" + sortValue) + "\n" + id;
        String sealed = seal(binding, content) + content;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String cursor, String binding) {
        try {
            String sealed = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String content = sealed.substring(SEAL_BYTES * 2);
            int cut = content.lastIndexOf('\n');
            if (cut < 1 || !sealed.startsWith(seal(binding, content))) {
                throw new InvalidCursor();
            }
            String value = content.substring(0, cut);
            return new Cursor(value.equals(NULL) ? null : value.substring(1), content.substring(cut + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException ignored) {
            throw new InvalidCursor();
        }
    }

    private static String seal(String binding, String content) {
        return HexFormat.of().formatHex(Sha256.of(binding + "\n" + content), 0, SEAL_BYTES);
    }

    /** The cursor was changed, or belongs to another caller, filter or sort. */
    static final class InvalidCursor extends Rejection {

        InvalidCursor() {
            super(Kind.MALFORMED, "invalid-cursor", "The cursor does not belong to this list; start at its beginning.");
        }
    }
}
