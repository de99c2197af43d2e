package kontor.order.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Objects;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /payment-methods}: members read, admins write. */
@RestController
@RequestMapping("/api/v1/payment-methods")
class MethodController {

    private static final long MOST_DAYS = 3_650;

    /** "Instrument not defined" of EN 16931. */
    private static final String ANY_MEANS = "1";

    private final SettingMethods setting;
    private final MethodLists methods;
    private final RequestKeys keys;

    MethodController(SettingMethods setting, MethodLists methods, RequestKeys keys) {
        this.setting = setting;
        this.methods = methods;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.MEMBER)
    Page<MethodView> list(
            @Listing(
                            sort = "method",
                            filters = {"method", "active", "used", "externalId"})
                    ListRequest request) {
        return methods.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<MethodView> one(@PathVariable long id) {
        return shown(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<MethodView> create(@Valid @RequestBody NewMethod request, Caller caller) {
        MethodView method = setting.create(
                new SettingMethods.CreateMethod(request.form(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/payment-methods/" + method.id()))
                .eTag(IfMatch.etag(method.version()))
                .body(method);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<MethodView> edit(
            @PathVariable long id, @Valid @RequestBody MethodPatch request, Caller caller, IfMatch expected) {
        setting.edit(new SettingMethods.EditMethod(id, request::patch, caller.memberId(), expected));
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> delete(@PathVariable long id, Caller caller) {
        setting.delete(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<MethodView> shown(long id) {
        MethodView method = methods.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(method.version())).body(method);
    }

    record NewMethod(
            @NotNull @Text(max = 40) String method,
            @NotNull @Min(0) @Max(MOST_DAYS) Integer deadlineDays,
            @Nullable @Text(max = 3) String meansCode,
            @Nullable Boolean active) {

        PaymentMethod.Form form() {
            return new PaymentMethod.Form(
                    method, deadlineDays, meansCode == null ? ANY_MEANS : meansCode, active == null || active);
        }
    }

    record MethodPatch(
            @Required Sent<@Text(max = 40) String> method,
            @Required Sent<@Min(0) @Max(MOST_DAYS) Integer> deadlineDays,
            @Required Sent<@Text(max = 3) String> meansCode,
            @Required Sent<Boolean> active) {

        PaymentMethod.Form patch(PaymentMethod.Form is) {
            return new PaymentMethod.Form(
                    Objects.requireNonNull(method.or(is.method())),
                    Objects.requireNonNull(deadlineDays.or(is.deadlineDays())),
                    Objects.requireNonNull(meansCode.or(is.meansCode())),
                    Objects.requireNonNull(active.or(is.active())));
        }
    }
}
