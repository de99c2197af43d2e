package kontor.ledger.statement;

import java.util.UUID;
import kontor.ledger.member.MemberPath;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credit of members and how it came about; nobody but a member, a kiosk and admins sees it. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final AccountRows accounts;

    AccountController(AccountRows accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Access(Who.ADMIN)
    Page<AccountView> list(
            @Listing(
                            sort = "creditMinor",
                            filters = {"rankId", "maxCreditMinor"})
                    ListRequest request) {
        return accounts.page(request);
    }

    @GetMapping("/{memberId}")
    @Access({Who.VERIFIED, Who.KIOSK})
    AccountView one(@PathVariable String memberId, Caller caller) {
        UUID member = MemberPath.memberId(memberId, caller);
        if (!caller.isKiosk()) {
            requireOwn(member, caller);
        }
        return accounts.one(member);
    }

    @GetMapping("/{memberId}/entries")
    @Access(Who.VERIFIED)
    Page<StatementLine> entries(
            @PathVariable String memberId,
            @Listing(
                            sort = "-bookedAt",
                            filters = {"from", "to"})
                    ListRequest request,
            Caller caller) {
        UUID member = MemberPath.memberId(memberId, caller);
        requireOwn(member, caller);
        return accounts.entries(member, request);
    }

    private static void requireOwn(UUID member, Caller caller) {
        if (!caller.isAdmin() && !caller.isSelf(member)) {
            throw new NotFound();
        }
    }
}
