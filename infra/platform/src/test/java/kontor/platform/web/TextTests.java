package kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** A line and a paragraph. */
    record Note(
            @Nullable @Text(max = 3) String word,
            @Nullable @Text(max = 3, lines = true) String lines) {}

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\t\n", "\u00a0", "\u2007\u202f", "\u3000", "\u2003\u2028", "\u1680", "\u200b", "\ufeff"})
    void takesEverySpaceOfUnicodeForBlank(String blank) {
        assertThat(Texts.tidy(blank)).isEmpty();
        assertThat(isValid(new Note(Texts.tidy(blank), null))).isFalse();
        assertThat(Texts.tidy(blank + "a b" + blank)).isEqualTo("a b");
    }

    @Test
    void countsCodePointsAfterNormalising() {
        assertThat(isValid(new Note("😀😀😀", null))).isTrue();
        assertThat(isValid(new Note("😀😀😀😀", null))).isFalse();
        assertThat(Texts.tidy("e\u0301")).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001", "a\u007fb", "a\u0085b", "a\tb", "a\rb", "a\u001bb"})
    void refusesControlCharacters(String text) {
        assertThat(isValid(new Note(text, null))).isFalse();
        assertThat(isValid(new Note(null, text))).isFalse();
    }

    @Test
    void takesALineFeedOnlyInATextOfLines() {
        assertThat(isValid(new Note("a\nb", null))).isFalse();
        assertThat(isValid(new Note(null, "a\nb"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\ud800", "\udc00", "\ud800a"})
    void refusesWhatTheDatabaseCannotStore(String text) {
        assertThatThrownBy(() -> Texts.tidy(text)).isInstanceOf(Texts.UnstorableText.class);
    }

    private static boolean isValid(Note note) {
        return VALIDATOR.validate(note).isEmpty();
    }
}
