package kontor.order.parcel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** The two fonts of the paper, and what becomes of characters that they cannot draw. */
final class Letters {

    private static final int REPLACEMENT = 0xfffd;

    /** Nothing that the fonts hold lies beyond. */
    private static final int CODE_POINTS = 0x20000;

    private final byte[] regular = file("paper/NotoSans-Regular.ttf");
    private final byte[] bold = file("paper/NotoSans-Bold.ttf");
    private final BitSet drawn;

    Letters() {
        drawn = drawnBy(regular);
        drawn.and(drawnBy(bold));
    }

    TrueTypeFont regular() {
        return font(regular);
    }

    TrueTypeFont bold() {
        return font(bold);
    }

    /**
     * The text with a visible mark for each character without a picture. Marks that direct the writing or join
     * characters have none by nature and are left out: on paper they could only turn a text into what it is not.
     */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(letter -> !isInvisible(letter)).forEach(letter -> {
            boolean isBlank = Character.isWhitespace(letter) || Character.isSpaceChar(letter);
            printable.appendCodePoint(isBlank ? ' ' : drawn.get(letter) ? letter : REPLACEMENT);
        });
        return printable.toString();
    }

    static byte[] file(String name) {
        try {
            return new ClassPathResource(name, Letters.class.getClassLoader()).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInvisible(int letter) {
        boolean isVariation = (letter >= 0xfe00 && letter <= 0xfe0f) || (letter >= 0xe0100 && letter <= 0xe01ef);
        return isVariation || Character.getType(letter) == Character.FORMAT;
    }

    private static BitSet drawnBy(byte[] file) {
        try (TrueTypeFont font = font(file)) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet drawn = new BitSet(CODE_POINTS);
            for (int letter = '!'; letter < CODE_POINTS; letter++) {
                drawn.set(letter, glyphs.getGlyphId(letter) != 0);
            }
            return drawn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont font(byte[] file) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // A ligature has no character of its own: text copied out of the file would lack it.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
