package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentCodeTests {

    @Test
    void fillsInATransfer() {
        assertThat(PaymentCode.of(Sample.usual().invoice()).orElseThrow().payload())
                .isEqualTo("""
                        BCD
                        002
                        1
                        SCT

                        Kontor Trading Ltd.
                        HU42117730161111101800000000
                        EUR28.83


                        4-2026-000018""");
    }

    @Test
    void isThereOnlyWhereItLeadsToAPayment() {
        assertThat(PaymentCode.of(Sample.usual().in("HUF").invoice())).isEmpty();
        assertThat(PaymentCode.of(
                        Sample.usual().paidTo("259476332-15689799-10020065").invoice()))
                .isEmpty();
        assertThat(PaymentCode.of(Sample.usual().cancellation("Returned"))).isEmpty();
        assertThat(PaymentCode.of(Sample.empty().line("Gift", 1, 0, "27").invoice()))
                .isEmpty();
    }

    /** A bank's app refuses more. */
    @Test
    void isNeverLongerThanTheStandardAllows() {
        assertThat(PaymentCode.of(
                        Sample.usual().soldBy("\ud83c\udf75".repeat(50)).invoice()))
                .isPresent();
        assertThat(PaymentCode.of(
                        Sample.usual().soldBy("\ud83c\udf75".repeat(70)).invoice()))
                .isEmpty();
    }
}
