package kontor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InquiryTests {

    @Test
    void readsTheStatementOfAQueryFromItsFirstLine() {
        VerifyQuery query = VerifyQuery.of("ledger", "-- INV-01: all entries sum to 0.\nselect 1 where false\n");

        assertThat(query.statement()).isEqualTo("INV-01: all entries sum to 0.");
        assertThat(query.sql()).isEqualTo("select 1 where false\n");
    }

    @Test
    void refusesAQueryThatDoesNotSayWhatItChecks() {
        assertThatThrownBy(() -> VerifyQuery.of("ledger", "select 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsBothSidesOfAComparison() {
        Comparison comparison = Comparison.of("""
                -- INV-30: copies equal.
                -- left: identity
                select 1, 2
                -- right: ledger
                select 3, 4
                """);

        assertThat(comparison.place()).isEqualTo("identity, ledger");
        assertThat(comparison.left().sql()).isEqualTo("select 1, 2\n");
        assertThat(comparison.right().sql()).isEqualTo("select 3, 4\n");
    }

    @Test
    void readsThatTheRightSideMayKnowMore() {
        Comparison comparison = Comparison.of("-- s\n-- left: a\nselect 1, 2\n-- within: b\nselect 1, 2\n");

        assertThat(comparison.rightMayHaveMore()).isTrue();
    }

    @Test
    void findsTheSetsOfTheCheckout(@TempDir Path state) {
        Path checkout = Path.of("../..");
        Folders folders = new Folders(checkout, state, state);
        FigureReader figures = new FigureReader(folders, Ports.from(Map.of()), Secrets.of(folders));

        assertThat(new Inquiries(folders, figures).all())
                .extracting(Inquiry::place)
                .contains("catalog, files", "identity", "catalog", "ledger", "order", "invoice", "support", "chat");
    }
}
