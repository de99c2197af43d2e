package kontor.ledger.deposit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Money;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.hibernate.validator.constraints.UniqueElements;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deposits by admins. */
@RestController
@RequestMapping("/api/v1/deposits")
class DepositController {

    private static final long MOST_MINOR = 1_000_000_000;
    private static final int MOST_MEMBERS = 500;

    private final Depositing depositing;
    private final SwitchingDeposits switching;
    private final RequestKeys keys;

    DepositController(Depositing depositing, SwitchingDeposits switching, RequestKeys keys) {
        this.depositing = depositing;
        this.switching = switching;
        this.keys = keys;
    }

    /** Amount in minor units, not 0; below 0 is a payout. */
    record DepositRequest(
            @NotNull UUID memberId,
            @NotNull @Min(-MOST_MINOR) @Max(MOST_MINOR) Long amountMinor,
            @NotNull @Text(max = 64) String comment) {

        MakeDeposit toCommand(RequestKeys keys, UUID adminId) {
            return new MakeDeposit(keys.of(this), adminId, List.of(memberId), false, amount(amountMinor), comment);
        }
    }

    /** The same for each of the members. */
    record BatchRequest(
            @NotNull @Size(min = 1, max = MOST_MEMBERS) @UniqueElements
            List<@NotNull UUID> memberIds,

            @NotNull @Min(-MOST_MINOR) @Max(MOST_MINOR) Long amountMinor,
            @NotNull @Text(max = 64) String comment) {

        MakeDeposit toCommand(RequestKeys keys, UUID adminId) {
            return new MakeDeposit(keys.of(this), adminId, List.copyOf(memberIds), true, amount(amountMinor), comment);
        }
    }

    /** Whether a second admin agrees. */
    record Approval(@NotNull Boolean approve) {}

    /** Which way to switch. */
    record Switch(@NotNull Boolean revoked) {}

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<DepositView> deposit(@Valid @RequestBody DepositRequest request, Caller caller) {
        DepositView made = depositing
                .deposit(request.toCommand(keys, caller.memberId()))
                .deposits()
                .getFirst();
        return answer(made).body(made);
    }

    @PostMapping("/batches")
    @Access(Who.ADMIN)
    ResponseEntity<DepositBatch> deposit(@Valid @RequestBody BatchRequest request, Caller caller) {
        DepositBatch made = depositing.deposit(request.toCommand(keys, caller.memberId()));
        return answer(made.deposits().getFirst()).body(made);
    }

    @PostMapping("/{id}/approval")
    @Access(Who.ADMIN)
    ResponseEntity<DepositView> decide(@PathVariable long id, @Valid @RequestBody Approval request, Caller caller) {
        DepositView decided =
                switching.decide(new DecideDeposit(keys.of(request), caller.memberId(), id, request.approve()));
        return ResponseEntity.ok().eTag(IfMatch.etag(decided.version())).body(decided);
    }

    @PostMapping("/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<DepositView> switchOver(@PathVariable long id, @Valid @RequestBody Switch request, Caller caller) {
        DepositView switched =
                switching.switchOver(new SwitchDeposit(keys.of(request), caller.memberId(), id, request.revoked()));
        return ResponseEntity.created(location(id))
                .eTag(IfMatch.etag(switched.version()))
                .body(switched);
    }

    private static ResponseEntity.BodyBuilder answer(DepositView made) {
        HttpStatus status = made.status() == DepositStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
        return ResponseEntity.status(status).location(location(made.id())).eTag(IfMatch.etag(made.version()));
    }

    private static URI location(long id) {
        return URI.create("/api/v1/deposits/" + id);
    }

    private static Money amount(long minor) {
        if (minor == 0) {
            throw new InvalidField("/amountMinor", "must not be 0");
        }
        return new Money(minor);
    }
}
