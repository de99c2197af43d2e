package kontor.platform.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.store.SqlValues;
import kontor.platform.store.Times;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jars: created, filled, renamed, listed. */
@RestController
@RequestMapping("/api/v1/jars")
class JarController {

    private static final Lists.Query JARS = new Lists.Query(
            """
            select id, name, amount_minor, filled_at, version from jar
            where (cast(:names as text[]) is null or name ilike any(:names))
              and (cast(:from as timestamptz) is null or filled_at >= :from)
            """,
            "bigint",
            Map.of(
                    "name", SortKey.text("name"),
                    "amount", SortKey.number("amount_minor"),
                    "filledAt", SortKey.instant("filled_at")));

    private final Filling filling;
    private final RequestKeys keys;
    private final Lists lists;
    private final JdbcClient jdbc;

    JarController(Filling filling, RequestKeys keys, Lists lists, JdbcClient jdbc) {
        this.filling = filling;
        this.keys = keys;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** A new jar. */
    record NewJar(@NotNull @Text(max = 20) String name) {}

    /** How much goes in. */
    record Fill(@NotNull @Min(1) @Max(Filling.BRIM) Long amountMinor) {}

    /** What may be changed. */
    record Change(@Required Sent<@Text(max = 20) String> name, Sent<Instant> filledAt) {}

    /** A jar as everybody sees it. */
    record Jar(
            long id,
            String name,
            long amountMinor,
            @Nullable Instant filledAt,
            long version) {}

    @PostMapping
    @Access(Who.ANYONE)
    ResponseEntity<Filling.Receipt> create(@Valid @RequestBody NewJar request) {
        Filling.Receipt made = filling.create(keys.ifSent(request), request.name());
        return ResponseEntity.created(URI.create("/api/v1/jars/" + made.id()))
                .eTag(IfMatch.etag(made.version()))
                .body(made);
    }

    @PostMapping("/{id}/fillings")
    @Access({Who.MEMBER, Who.KIOSK})
    ResponseEntity<Filling.Receipt> fill(@PathVariable long id, @Valid @RequestBody Fill request, Caller caller) {
        Filling.Receipt filled = filling.fill(keys.of(request), id, request.amountMinor(), caller.actorId());
        return ResponseEntity.created(URI.create("/api/v1/jars/" + id)).body(filled);
    }

    @PatchMapping("/{id}")
    @Access(Who.TOKEN)
    ResponseEntity<Jar> change(@PathVariable long id, @Valid @RequestBody Change change, IfMatch ifMatch) {
        Jar jar = find(id);
        ifMatch.require(jar.version());
        jdbc.sql("update jar set name = ?, filled_at = ?, version = version + 1 where id = ?")
                .params(SqlValues.of(
                        change.name().or(jar.name()), change.filledAt().or(jar.filledAt()), id))
                .update();
        Jar changed = find(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(changed.version())).body(changed);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<Jar> get(@PathVariable long id) {
        Jar jar = find(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(jar.version())).body(jar);
    }

    @GetMapping
    @Access(Who.TOKEN)
    Page<Jar> list(
            @Listing(
                            sort = {"name", "amount", "filledAt"},
                            filters = {"name", "from"})
                    ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("names", request.contained("name"));
        params.put("from", Times.of(request.instant("from")));
        return lists.page(request, JARS, params, (row, n) -> jar(row));
    }

    private Jar find(long id) {
        return jdbc.sql("select * from jar where id = ?")
                .param(id)
                .query((row, n) -> jar(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Jar jar(java.sql.ResultSet row) throws java.sql.SQLException {
        @Nullable OffsetDateTime filledAt = row.getObject("filled_at", OffsetDateTime.class);
        return new Jar(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("amount_minor"),
                filledAt == null ? null : filledAt.toInstant(),
                row.getLong("version"));
    }
}
