package kontor.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void putsNamesToTheLeftAndFiguresToTheRight() {
        Table table = new Table().row("purchases", "ops/s").row("Y1", "12345").row("gateway", "7", "x");

        assertThat(table).hasToString("""
            purchases  ops/s
            Y1         12345
            gateway        7  x
            """);
    }
}
