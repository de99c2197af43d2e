package kontor.support.object;

import java.util.Map;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /target-types}: staff reads what tickets can be about; the list is fixed. */
@RestController
@RequestMapping("/api/v1/target-types")
class TargetTypeController {

    private static final Lists.Query ROWS = new Lists.Query(
            "select id, code from target_type",
            "bigint",
            Map.of("id", SortKey.number("id"), "code", SortKey.text("code")));

    private final Lists lists;

    TargetTypeController(Lists lists) {
        this.lists = lists;
    }

    /** A type; tickets and canned answers show its code. */
    record TargetTypeView(long id, TargetType code) {}

    @GetMapping
    @Access(Who.SUPPORT_1)
    Page<TargetTypeView> list(@Listing(sort = {"id", "code"}) ListRequest request) {
        return lists.page(
                request,
                ROWS,
                Map.of(),
                (row, n) -> new TargetTypeView(row.getLong("id"), TargetType.valueOf(row.getString("code"))));
    }
}
