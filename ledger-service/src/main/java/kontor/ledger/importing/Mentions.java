package kontor.ledger.importing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.CommunityFact.Bought;
import kontor.ledger.community.CommunityFact.CollectionSwitched;
import kontor.ledger.community.CommunityFact.Counted;
import kontor.ledger.community.CommunityFact.CountedLine;
import kontor.ledger.community.CommunityFact.DepositSwitched;
import kontor.ledger.community.CommunityFact.Deposited;
import kontor.ledger.community.CommunityFact.LineSwitched;
import kontor.ledger.community.CommunityFact.PurchaseSwitched;
import kontor.ledger.community.CommunityFact.Replenished;
import kontor.ledger.community.CommunityFact.ReplenishedLine;
import kontor.ledger.community.CommunityFact.StocktakingSwitched;
import kontor.ledger.community.CommunityFact.Switched;

/**
 * What a fact names, with the fields that name it.
 *
 * @param owner whose credit it changes, empty if it switches something or moves no money
 * @param actor who entered it, empty for what a member bought himself
 * @param thing the fact that it switches
 * @param lines external ids of its lines, in their order
 */
record Mentions(
        Optional<Named<UUID>> owner,
        Optional<Named<UUID>> actor,
        List<Named<Long>> products,
        Optional<Thing> thing,
        Lines lines) {

    /** A value and its field. */
    record Named<T>(String field, T value) {}

    /** A row by the id it had in the other shop. */
    record Thing(ExternalTable table, String field, String externalId) {}

    /** Lines of a fact. */
    record Lines(ExternalTable table, List<String> externalIds) {

        static final Lines NONE = new Lines(ExternalTable.LINE, List.of());
    }

    static Mentions of(CommunityFact fact) {
        return switch (fact) {
            case Deposited deposit ->
                new Mentions(
                        named("memberId", deposit.memberId()),
                        named("byAdminId", deposit.byAdminId()),
                        List.of(),
                        Optional.empty(),
                        Lines.NONE);
            case Bought purchase ->
                new Mentions(
                        named("memberId", purchase.memberId()),
                        Optional.ofNullable(purchase.byAdminId()).map(admin -> new Named<>("byAdminId", admin)),
                        List.of(new Named<>("productId", purchase.productId())),
                        Optional.empty(),
                        Lines.NONE);
            case Replenished collection ->
                new Mentions(
                        named("sellerId", collection.sellerId()),
                        named("byAdminId", collection.byAdminId()),
                        products(collection.lines(), ReplenishedLine::productId),
                        Optional.empty(),
                        lines(ExternalTable.LINE, collection.lines(), ReplenishedLine::externalId));
            case Counted counted ->
                new Mentions(
                        Optional.empty(),
                        named("byAdminId", counted.byAdminId()),
                        products(counted.lines(), CountedLine::productId),
                        Optional.empty(),
                        lines(ExternalTable.COUNT, counted.lines(), CountedLine::externalId));
            case Switched one -> ofSwitched(one);
        };
    }

    private static Mentions ofSwitched(Switched fact) {
        return switch (fact) {
            case DepositSwitched one ->
                switched(
                        named("byAdminId", one.byAdminId()),
                        new Thing(ExternalTable.DEPOSIT, "depositExternalId", one.depositExternalId()));
            case PurchaseSwitched one ->
                switched(
                        named("actorId", one.actorId()),
                        new Thing(ExternalTable.PURCHASE, "purchaseExternalId", one.purchaseExternalId()));
            case CollectionSwitched one ->
                switched(
                        named("byAdminId", one.byAdminId()),
                        new Thing(ExternalTable.COLLECTION, "collectionExternalId", one.collectionExternalId()));
            case LineSwitched one ->
                switched(
                        named("byAdminId", one.byAdminId()),
                        new Thing(ExternalTable.LINE, "lineExternalId", one.lineExternalId()));
            case StocktakingSwitched one ->
                switched(
                        named("byAdminId", one.byAdminId()),
                        new Thing(ExternalTable.STOCKTAKING, "stocktakingExternalId", one.stocktakingExternalId()));
        };
    }

    /** Everybody. */
    Stream<UUID> people() {
        return Stream.concat(owner.stream(), actor.stream()).map(Named::value);
    }

    private static Mentions switched(Optional<Named<UUID>> actor, Thing thing) {
        return new Mentions(Optional.empty(), actor, List.of(), Optional.of(thing), Lines.NONE);
    }

    private static Optional<Named<UUID>> named(String field, UUID person) {
        return Optional.of(new Named<>(field, person));
    }

    private static <L> List<Named<Long>> products(List<L> lines, Function<L, Long> product) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Named<>("lines/%d/productId".formatted(i), product.apply(lines.get(i))))
                .toList();
    }

    private static <L> Lines lines(ExternalTable table, List<L> lines, Function<L, String> externalId) {
        return new Lines(table, lines.stream().map(externalId).toList());
    }
}
