package kontor.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTests {

    @Test
    void tellsCodeFromCommentsAndTexts() {
        JavaText text = JavaText.of("""
                int a = 1; // one "quoted"
                String b = "// no comment \\" still text"; /* two
                lines */ int c = '"' + '\\'';
                String d = \"""
                    int e; /* text */ "quoted"
                    \"""; int f;
                """);

        assertThat(text.code()).contains("int a = 1;", "int c =", "int f;").doesNotContain("quoted", "int e", "still");
        assertThat(text.comments())
                .contains("// one \"quoted\"", "/* two\nlines */")
                .doesNotContain("text");
        assertThat(text.code().lines()).hasSize(6);
    }

    @Test
    void countsCodeOnly() {
        JavaText text = JavaText.of("""
                package kontor.ledger;

                import java.util.List;

                /** A page.
                 *  Of prose. */
                class Page {
                    // nothing
                }
                """);

        assertThat(text.codeLines()).isEqualTo(2);
    }

    @Test
    void survivesLongTexts() {
        String block = "String a = \"\"\"\n" + "line with \\\" and 'quotes'\n".repeat(5_000) + "\"\"\"; int b;";

        assertThat(JavaText.of(block).code()).endsWith("int b;").doesNotContain("quotes");
    }
}
