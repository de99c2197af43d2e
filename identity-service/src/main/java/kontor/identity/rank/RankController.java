package kontor.identity.rank;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Objects;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ranks over HTTP. */
@RestController
@RequestMapping("/api/v1/ranks")
class RankController {

    private static final long MOST = 9_999_999_999L;

    private final RankViews views;
    private final Ranking ranking;
    private final RequestKeys keys;

    RankController(RankViews views, Ranking ranking, RequestKeys keys) {
        this.views = views;
        this.ranking = ranking;
        this.keys = keys;
    }

    @GetMapping
    @Access({Who.MEMBER, Who.KIOSK})
    Page<RankView> list(
            @Listing(
                            sort = {"name", "debtLimitMinor"},
                            filters = "externalId")
                    ListRequest request) {
        return views.list(request);
    }

    @GetMapping("/{id}")
    @Access({Who.MEMBER, Who.KIOSK})
    ResponseEntity<RankView> one(@PathVariable long id) {
        return answer(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<RankView> create(@Valid @RequestBody NewRank request) {
        RankView rank = ranking.create(request.toTerms(), keys.ifSent(request));
        return ResponseEntity.created(URI.create("/api/v1/ranks/" + rank.id()))
                .eTag(IfMatch.etag(rank.version()))
                .body(rank);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<RankView> edit(@PathVariable long id, IfMatch condition, @Valid @RequestBody RankEdit request) {
        ranking.edit(id, condition, request::applyTo);
        return answer(id);
    }

    private ResponseEntity<RankView> answer(long id) {
        RankView rank = views.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(rank.version())).body(rank);
    }

    record NewRank(
            @NotNull @Text(max = 32) String name,
            @Min(-MOST) @Max(MOST) @Nullable Long debtLimitMinor,
            @Nullable Boolean systemUser,
            @Nullable Boolean active) {

        RankTerms toTerms() {
            return new RankTerms(name, debtLimitMinor, Boolean.TRUE.equals(systemUser), !Boolean.FALSE.equals(active));
        }
    }

    record RankEdit(
            @Required Sent<@Text(max = 32) String> name,
            Sent<@Min(-MOST) @Max(MOST) Long> debtLimitMinor,
            @Required Sent<Boolean> systemUser,
            @Required Sent<Boolean> active) {

        RankTerms applyTo(RankTerms rank) {
            return new RankTerms(
                    Objects.requireNonNull(name.or(rank.name())),
                    debtLimitMinor.or(rank.debtLimitMinor()),
                    Objects.requireNonNull(systemUser.or(rank.systemUser())),
                    Objects.requireNonNull(active.or(rank.active())));
        }
    }
}
