package kontor.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals;
import kontor.ledger.escrow.EscrowBooks;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.rehearsal.Ledger.Good;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.Member;
import kontor.testkit.Members;

/**
 * What all clients of a seed share.
 *
 * @param begin of the seed's own time, in which admins date what they enter
 */
record World(
        long seed,
        Shop shop,
        Members members,
        Member admin,
        Stocktakings stocktakings,
        Invoices invoices,
        Deals deals,
        EscrowBooks escrowBooks,
        List<Good> goods,
        Instant begin) {

    private static final int SECONDS = 20 * 86_400;

    Shop.Answer switchOver(String bearer, String path, long id, boolean revoked) {
        return shop.post(bearer, path + "/" + id + "/revocations", "{\"revoked\": %b}".formatted(revoked));
    }

    /** Whether it was done. */
    boolean expect(String code, Shop.Answer answer) {
        assertThat(answer.code()).as("seed %d: %s", seed, answer.body()).isEqualTo(code);
        assertThat(answer.status() < 300).as("seed %d: %s", seed, answer.body()).isEqualTo(code.isEmpty());
        return code.isEmpty();
    }

    void same(String expected, String answer) {
        assertThat(answer).as("seed %d", seed).isEqualTo(expected);
    }

    Good good(Random random) {
        return goods.get(random.nextInt(goods.size()));
    }

    Good known(long id) {
        return goods.stream().filter(good -> good.id() == id).findFirst().orElseThrow();
    }

    /** Some time of the seed's own, to the second. */
    Instant time(Random random) {
        return begin.plusSeconds(random.nextInt(SECONDS));
    }
}
