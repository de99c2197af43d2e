package kontor.ledger.deposit;

import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Money;
import kontor.platform.web.RequestKey;

/**
 * An admin books the same amount for one or more members.
 *
 * @param members in the order sent, none twice
 * @param isBatch whether they belong together as a batch
 */
record MakeDeposit(
        RequestKey request, UUID adminId, List<UUID> members, boolean isBatch, Money amount, String comment) {

    /** Where in the request the member was named. */
    String pointerTo(UUID member) {
        return isBatch ? "/memberIds/" + members.indexOf(member) : "/memberId";
    }
}
