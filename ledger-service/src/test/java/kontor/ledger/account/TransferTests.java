package kontor.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransferTests {

    private static final String BEN = "0199c0de-0001-7000-8000-0000000000be";
    private static final Instant NOW = Instant.parse("2026-05-10T16:20:05.123456Z");
    private static final Posting SHELF = Posting.of(TransferKind.SHELF, "shelf:4711:1", NOW, NOW);

    static Stream<List<Entry>> unbalanced() {
        return Stream.of(
                List.of(),
                List.of(cash(5)),
                List.of(cash(5), cash(-4)),
                List.of(cash(0), cash(0)),
                List.of(cash(5), cash(-5), cash(0)));
    }

    @ParameterizedTest
    @MethodSource("unbalanced")
    void refusesWhatIsNotBalanced(List<Entry> entries) {
        assertThatThrownBy(() -> new Transfer(1, SHELF, null, entries)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsItselfAsTheContractSays() {
        Transfer transfer = new Transfer(
                12_001,
                SHELF,
                null,
                List.of(
                        new Entry(1, 1001, AccountKind.MEMBER, BEN, -1_264, new Entry.Standing(3_736, -2_000L, 7)),
                        new Entry(2, 3, AccountKind.SHELF_SALES, "", 996, null),
                        new Entry(3, 1051, AccountKind.VAT_PAYABLE, "27", 268, null)));

        EventSchema.of("kontor.ledger.transfer-posted.v1").assertValid(EventJson.write(transfer.posted()));
    }

    @Test
    void turnsAndReversesAPosting() {
        Posting posting =
                SHELF.debit(CommunityAccount.CASH, new Money(5)).credit(CommunityAccount.SHELF_SALES, new Money(5));

        Posting reversed = posting.turned().reversing("shelf:4711:1");

        assertThat(reversed.lines()).extracting(line -> line.amount().minor()).containsExactly(5L, -5L);
        assertThat(reversed.reverses()).isEqualTo("shelf:4711:1");
    }

    @Test
    void checksTheLimitOfTheAccountItNames() {
        LockedAccount payer = new LockedAccount(new Account(1, BEN, 0, -10L));
        LockedAccount receiver = new LockedAccount(new Account(2, "other", -50, -10L));
        Posting posting = SHELF.debit(payer, new Money(5)).credit(receiver, new Money(5));

        Posting checked = posting.withinLimitOf(payer);

        assertThat(checked.lines()).extracting(Posting.Line::isChecked).containsExactly(true, false);
        assertThat(posting.lines()).extracting(Posting.Line::isChecked).containsOnly(false);
    }

    @Test
    void keepsAnAccountPerVatRate() {
        assertThat(CommunityAccount.vatPayable(new BigDecimal("27.00")))
                .isEqualTo(CommunityAccount.vatPayable(new BigDecimal("27")));
        assertThat(CommunityAccount.vatPayable(new BigDecimal("20.00")).owner()).isEqualTo("20");
    }

    @Test
    void refusesACommunityAccountOfAMember() {
        assertThatThrownBy(() -> new CommunityAccount(AccountKind.MEMBER, BEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Entry cash(long amount) {
        return new Entry(1, 1, AccountKind.CASH, "", amount, null);
    }
}
