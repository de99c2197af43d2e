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
import kontor.ledger.account.NotZero;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.hibernate.validator.constraints.UniqueElements;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deposits by admins; members see their own. */
@RestController
@RequestMapping("/api/v1/deposits")
class DepositController {

    private static final long MOST_MINOR = 1_000_000_000;
    private static final int MOST_MEMBERS = 500;

    private final Depositing depositing;
    private final SwitchingDeposits switching;
    private final DepositRows rows;
    private final RequestKeys keys;

    DepositController(Depositing depositing, SwitchingDeposits switching, DepositRows rows, RequestKeys keys) {
        this.rows = rows;
        this.depositing = depositing;
        this.switching = switching;
        this.keys = keys;
    }

    /** Amount in minor units, not 0; below 0 is a payout. */
    record DepositRequest(
            @NotNull UUID memberId,

            @NotNull @Min(-MOST_MINOR) @Max(MOST_MINOR) @NotZero
            Long amountMinor,

            @NotNull @Text(max = 64) String comment) {

        MakeDeposit toCommand(RequestKeys keys, UUID adminId) {
            return new MakeDeposit(keys.of(this), adminId, List.of(memberId), false, new Money(amountMinor), comment);
        }
    }

    /** The same for each of the members. */
    record BatchRequest(
            @NotNull @Size(min = 1, max = MOST_MEMBERS) @UniqueElements
            List<@NotNull UUID> memberIds,

            @NotNull @Min(-MOST_MINOR) @Max(MOST_MINOR) @NotZero
            Long amountMinor,

            @NotNull @Text(max = 64) String comment) {

        MakeDeposit toCommand(RequestKeys keys, UUID adminId) {
            return new MakeDeposit(
                    keys.of(this), adminId, List.copyOf(memberIds), true, new Money(amountMinor), comment);
        }
    }

    /** Whether a second admin agrees. */
    record Approval(@NotNull Boolean approve) {}

    /** Which way to switch. */
    record DepositSwitch(@NotNull Boolean revoked) {}

    @GetMapping
    @Access(Who.VERIFIED)
    Page<DepositView> list(
            @Listing(
                            sort = "-at",
                            filters = {"memberId", "status", "revoked", "comment", "from", "to", "externalId"})
                    ListRequest request,
            Caller caller) {
        return rows.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<DepositRows.DepositWithHistory> one(@PathVariable long id, Caller caller) {
        DepositRows.DepositWithHistory found = rows.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etag(found.deposit().version())).body(found);
    }

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
    ResponseEntity<Depositing.DepositBatch> deposit(@Valid @RequestBody BatchRequest request, Caller caller) {
        Depositing.DepositBatch made = depositing.deposit(request.toCommand(keys, caller.memberId()));
        return answer(made.deposits().getFirst()).body(made);
    }

    @PostMapping("/{id}/approval")
    @Access(Who.ADMIN)
    ResponseEntity<DepositView> decide(@PathVariable long id, @Valid @RequestBody Approval request, Caller caller) {
        DepositView decided = switching.decide(
                new SwitchingDeposits.DecideDeposit(keys.of(request), caller.memberId(), id, request.approve()));
        return ResponseEntity.ok().eTag(IfMatch.etag(decided.version())).body(decided);
    }

    @PostMapping("/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<DepositView> switchOver(
            @PathVariable long id, @Valid @RequestBody DepositSwitch request, Caller caller) {
        DepositView switched = switching.switchOver(
                new SwitchingDeposits.SwitchDeposit(keys.of(request), caller.memberId(), id, request.revoked()));
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
}
