package kontor.ledger.history;

import java.util.UUID;
import kontor.ledger.member.MemberPath;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member buys most (L-14). */
@RestController
class FavoriteController {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    FavoriteController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product and how many pieces of it were bought. */
    record Favorite(long productId, long amount) {}

    @GetMapping("/api/v1/accounts/{memberId}/favorites")
    @Access({Who.VERIFIED, Who.KIOSK})
    Page<Favorite> favorites(@PathVariable String memberId, Caller caller) {
        UUID member = MemberPath.memberId(memberId, caller);
        boolean isShown = caller.isKiosk() || caller.isAdmin() || caller.isSelf(member);
        if (!isShown || !isKnown(member)) {
            throw new NotFound();
        }
        return Page.of(jdbc.sql("""
                        select s.product_id, sum(s.amount) as pieces
                        from shelf_purchase s join known_product p on p.id = s.product_id
                        where s.member_id = ? and not s.revoked and p.active and p.for_sale
                        group by s.product_id order by pieces desc, s.product_id limit ?
                        """)
                .params(member, MOST)
                .query((row, n) -> new Favorite(row.getLong(1), row.getLong(2)))
                .list());
    }

    private boolean isKnown(UUID member) {
        return jdbc.sql("select exists (select from account where kind = 'MEMBER' and owner = ?)")
                .param(member.toString())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
