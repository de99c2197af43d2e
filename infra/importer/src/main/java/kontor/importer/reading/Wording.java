package kontor.importer.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Texts as the services read them (G-6): NFC, without blanks around, judged by code points. */
public final class Wording {

    private static final int REPLACEMENT = 0xfffd;

    private Wording() {}

    /** What the services keep of a text. */
    public static String tidy(String text) {
        int[] points =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
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

    /** Two names with the same folded form are one name. */
    public static String folded(String name) {
        return tidy(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a tidy text, to be read after the column's name. */
    public static Optional<String> fault(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            return Optional.of("is empty");
        }
        if (length > most) {
            return Optional.of("has %d characters, at most %d are possible".formatted(length, most));
        }
        return text.codePoints()
                .filter(point -> Character.isISOControl(point)
                        || point == REPLACEMENT
                        || Character.getType(point) == Character.SURROGATE)
                .mapToObj("holds the character U+%04X, which is not possible"::formatted)
                .findFirst();
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x200b || point == 0xfeff;
    }
}
