package kontor.ledger.community;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Money;
import kontor.ledger.account.NotZero;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a community shop of its own: taken as it was, so it has a shape and limits, but no rule
 * about states, credit, activity or prices holds for it (G-40). Members and goods go by their ids here, other facts by
 * the ids they had there; amounts in minor units.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommunityFact.Deposited.class, name = "DEPOSIT"),
    @JsonSubTypes.Type(value = CommunityFact.DepositSwitched.class, name = "DEPOSIT_SWITCH"),
    @JsonSubTypes.Type(value = CommunityFact.Bought.class, name = "PURCHASE"),
    @JsonSubTypes.Type(value = CommunityFact.PurchaseSwitched.class, name = "PURCHASE_SWITCH"),
    @JsonSubTypes.Type(value = CommunityFact.Replenished.class, name = "REPLENISHMENT"),
    @JsonSubTypes.Type(value = CommunityFact.CollectionSwitched.class, name = "REPLENISHMENT_SWITCH"),
    @JsonSubTypes.Type(value = CommunityFact.LineSwitched.class, name = "REPLENISHMENT_LINE_SWITCH"),
    @JsonSubTypes.Type(value = CommunityFact.Counted.class, name = "STOCKTAKING"),
    @JsonSubTypes.Type(value = CommunityFact.StocktakingSwitched.class, name = "STOCKTAKING_SWITCH"),
})
public sealed interface CommunityFact {

    int LONGEST_ID = 40;
    int LONGEST_COMMENT = 64;
    long MOST_DEPOSITED_MINOR = 1_000_000_000;
    int MOST_PIECES = 10_000;
    int MOST_COUNTED = 1_000_000;
    int MOST_REPLENISHED_LINES = 500;
    int MOST_COUNTED_LINES = 5_000;

    /** Id of its row there; unique per kind. */
    String externalId();

    /** When it happened. */
    Instant at();

    /** The word for its kind. */
    default FactKind kind() {
        return switch (this) {
            case Deposited ignored -> FactKind.DEPOSIT;
            case DepositSwitched ignored -> FactKind.DEPOSIT_SWITCH;
            case Bought ignored -> FactKind.PURCHASE;
            case PurchaseSwitched ignored -> FactKind.PURCHASE_SWITCH;
            case Replenished ignored -> FactKind.REPLENISHMENT;
            case CollectionSwitched ignored -> FactKind.REPLENISHMENT_SWITCH;
            case LineSwitched ignored -> FactKind.REPLENISHMENT_LINE_SWITCH;
            case Counted ignored -> FactKind.STOCKTAKING;
            case StocktakingSwitched ignored -> FactKind.STOCKTAKING_SWITCH;
        };
    }

    /** Something was revoked or re-applied there. */
    sealed interface Switched extends CommunityFact {}

    /** Money paid in, or out if below zero. */
    record Deposited(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull UUID memberId,
            @NotNull UUID byAdminId,

            @NotNull @Min(-MOST_DEPOSITED_MINOR) @Max(MOST_DEPOSITED_MINOR) @NotZero
            Long amountMinor,

            @NotNull @Text(max = LONGEST_COMMENT) String comment)
            implements CommunityFact {}

    /** A deposit revoked or re-applied. */
    record DepositSwitched(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull @Text(max = LONGEST_ID) String depositExternalId,
            @NotNull Boolean revoked,
            @NotNull UUID byAdminId)
            implements Switched {}

    /** Pieces of a product bought at the price of that day; no VAT (G-10). */
    record Bought(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull UUID memberId,
            @NotNull Long productId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer amount,

            @NotNull @Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR)
            Long unitPriceMinor,

            @Nullable UUID byAdminId)
            implements CommunityFact {}

    /** A purchase revoked or re-applied, by the buyer or an admin. */
    record PurchaseSwitched(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull @Text(max = LONGEST_ID) String purchaseExternalId,
            @NotNull Boolean revoked,
            @NotNull UUID actorId)
            implements Switched {}

    /** What a member brought for the shop. */
    record Replenished(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull UUID sellerId,
            @NotNull UUID byAdminId,
            @NotNull @Text(max = LONGEST_COMMENT) String comment,

            @NotNull @Size(min = 1, max = MOST_REPLENISHED_LINES)
            List<@NotNull @Valid ReplenishedLine> lines)
            implements CommunityFact {}

    /** Pieces of a product, and the price of all of them. */
    record ReplenishedLine(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Long productId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer amount,

            @NotNull @Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR)
            Long totalPriceMinor) {}

    /** A whole collection revoked or re-applied. */
    record CollectionSwitched(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull @Text(max = LONGEST_ID) String collectionExternalId,
            @NotNull Boolean revoked,
            @NotNull UUID byAdminId)
            implements Switched {}

    /** A line of a collection revoked or re-applied; its collection has rows of its own. */
    record LineSwitched(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull @Text(max = LONGEST_ID) String lineExternalId,
            @NotNull Boolean revoked,
            @NotNull UUID byAdminId)
            implements Switched {}

    /** What was counted, of whatever products; none is switched by it. */
    record Counted(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull UUID byAdminId,

            @NotNull @Size(min = 1, max = MOST_COUNTED_LINES)
            List<@NotNull @Valid CountedLine> lines)
            implements CommunityFact {}

    /** Pieces of a product. */
    record CountedLine(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Long productId,
            @NotNull @Min(0) @Max(MOST_COUNTED) Integer count) {}

    /** A stocktaking revoked or re-applied. */
    record StocktakingSwitched(
            @NotNull @Text(max = LONGEST_ID) String externalId,
            @NotNull Instant at,
            @NotNull @Text(max = LONGEST_ID) String stocktakingExternalId,
            @NotNull Boolean revoked,
            @NotNull UUID byAdminId)
            implements Switched {}
}
