package kontor.platform.web;

import java.text.Normalizer;

/** What becomes of every text of a request: NUL and unpaired surrogates are refused, the rest trimmed and NFC (G-6). */
final class Texts {

    private Texts() {}

    static String tidy(String text) {
        requireStorable(text);
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** The database cannot store the one and would silently spoil the other. */
    static void requireStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !paired)) {
                throw new UnstorableText();
            }
            if (paired) {
                i++;
            }
        }
    }

    /** The whole body is malformed, not one field. */
    static final class UnstorableText extends RuntimeException {

        UnstorableText() {
            super("The text holds U+0000 or an unpaired surrogate.", null, false, false);
        }
    }
}
