package kontor.platform.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What becomes of every text of a request: NUL and unpaired surrogates are refused, the rest trimmed and NFC (G-6). */
final class Texts {

    private Texts() {}

    static String tidy(String text) {
        requireStorable(text);
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int[] points = normal.codePoints().toArray();
        int begin = 0;
        int end = points.length;
        while (begin < end && isBlank(points[begin])) {
            begin++;
        }
        while (end > begin && isBlank(points[end - 1])) {
            end--;
        }
        return new String(points, begin, end - begin);
    }

    /** The database cannot store the one and would silently spoil the other. */
    static void requireStorable(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new UnstorableText();
        }
    }

    /** Every space of Unicode, also those that do not break and those without width. */
    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x200b || point == 0xfeff;
    }

    /** The whole body is malformed, not one field. */
    static final class UnstorableText extends RuntimeException {

        UnstorableText() {
            super("The text holds U+0000 or an unpaired surrogate.", null, false, false);
        }
    }
}
