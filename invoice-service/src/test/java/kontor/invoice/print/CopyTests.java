package kontor.invoice.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyTests {

    @ParameterizedTest
    @CsvSource({"1, Original, original", "2, Copy 1, 1", "3, Copy 2, 2", "1001, Copy 1000, 1000"})
    void countsCopiesBehindTheOriginal(int copyNo, String mark, String header) {
        assertThat(new Copy(copyNo).mark()).isEqualTo(mark);
        assertThat(new Copy(copyNo).header()).isEqualTo(header);
    }
}
