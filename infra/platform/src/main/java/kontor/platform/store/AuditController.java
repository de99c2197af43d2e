package kontor.platform.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows admins the audit log of this service (G-45). */
@RestController
@RequestMapping("/api/v1/audit/${kontor.service}")
class AuditController {

    private static final Lists.Query ROWS = new Lists.Query("""
            select id, actor_id, action, target_type, target_id, at, correlation_id from audit
            where (cast(:actors as uuid[]) is null or actor_id = any(:actors))
              and (cast(:actions as text[]) is null or action = any(:actions))
              and (cast(:targetIds as text[]) is null or target_id = any(:targetIds))
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final Lists lists;

    AuditController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping
    @Access(Who.ADMIN)
    Page<Row> list(
            @Listing(
                            sort = "-at",
                            filters = {"actorId", "action", "targetId", "from", "to"})
                    ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("actors", request.uuids("actorId"));
        params.put("actions", request.texts("action"));
        params.put("targetIds", request.texts("targetId"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        return lists.page(
                request,
                ROWS,
                params,
                (row, n) -> new Row(
                        row.getLong("id"),
                        row.getObject("actor_id", UUID.class),
                        row.getString("action"),
                        row.getString("target_type"),
                        row.getString("target_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("correlation_id")));
    }

    /** One privileged change. */
    record Row(
            long id,
            UUID actorId,
            String action,
            String targetType,
            String targetId,
            Instant at,
            String correlationId) {}
}
