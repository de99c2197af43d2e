package kontor.order.fee;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /fee-models}: members read, admins add; {@code wrong-order} if the least fee is more than the most (O-21). */
@RestController
@RequestMapping("/api/v1/fee-models")
class FeeModelController {

    /** Models are never edited. */
    private static final String ETAG = IfMatch.etag(1);

    private final AddingModels adding;
    private final FeeModelLists models;
    private final RequestKeys keys;
    private final Clock clock;

    FeeModelController(AddingModels adding, FeeModelLists models, RequestKeys keys, Clock clock) {
        this.adding = adding;
        this.models = models;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    @Access(Who.MEMBER)
    Page<FeeModelView> list(
            @Listing(
                            sort = {"-validFrom", "name"},
                            filters = "externalId")
                    ListRequest request) {
        return models.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<FeeModelView> one(@PathVariable long id) {
        return ResponseEntity.ok().eTag(ETAG).body(models.one(id));
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<FeeModelView> add(@Valid @RequestBody NewModel request, Caller caller) {
        FeeModelView model = adding.add(
                new AddingModels.AddModel(keys.ifSent(request), request.model(clock.instant()), caller.memberId()));
        return ResponseEntity.created(URI.create("/api/v1/fee-models/" + model.id()))
                .eTag(ETAG)
                .body(model);
    }

    record NewModel(
            @NotNull @Text(max = 50) String name,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotNull @Min(0) @Max(MOST_MINOR) Long fixedMinor,
            @NotNull @Min(0) @Max(MOST_MINOR) Long minMinor,
            @Nullable @Min(0) @Max(MOST_MINOR) Long maxMinor,
            @Nullable Instant validFrom) {

        FeeModel model(Instant now) {
            return new FeeModel(
                    name, percent, fixedMinor, minMinor, maxMinor, Objects.requireNonNullElse(validFrom, now));
        }
    }
}
