package kontor.support.answer;

import jakarta.validation.Valid;
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
import kontor.support.object.TargetType;
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

/** {@code /canned-answers}: staff reads, admins write. */
@RestController
@RequestMapping("/api/v1/canned-answers")
class CannedAnswerController {

    private static final int TITLE_MOST = 120;
    private static final int TEXT_MOST = 2_000;

    private final SettingAnswers setting;
    private final CannedAnswerLists answers;
    private final RequestKeys keys;

    CannedAnswerController(SettingAnswers setting, CannedAnswerLists answers, RequestKeys keys) {
        this.setting = setting;
        this.answers = answers;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.SUPPORT_1)
    Page<CannedAnswerView> list(
            @Listing(
                            sort = "title",
                            filters = {"targetType", "title", "active", "externalId"})
                    ListRequest request) {
        return answers.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.SUPPORT_1)
    ResponseEntity<CannedAnswerView> one(@PathVariable long id) {
        return shown(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<CannedAnswerView> create(@Valid @RequestBody NewAnswer request) {
        CannedAnswerView answer = setting.create(new SettingAnswers.CreateAnswer(request.form(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/canned-answers/" + answer.id()))
                .eTag(IfMatch.etag(answer.version()))
                .body(answer);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<CannedAnswerView> edit(
            @PathVariable long id, @Valid @RequestBody AnswerPatch request, IfMatch expected) {
        setting.edit(new SettingAnswers.EditAnswer(id, request::patch, expected));
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> delete(@PathVariable long id) {
        setting.delete(id);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<CannedAnswerView> shown(long id) {
        CannedAnswerView answer = answers.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(answer.version())).body(answer);
    }

    record NewAnswer(
            @Nullable TargetType targetType,
            @NotNull @Text(max = TITLE_MOST) String title,
            @NotNull @Text(max = TEXT_MOST, lines = true) String text,
            @Nullable Boolean active) {

        CannedAnswer.Form form() {
            return new CannedAnswer.Form(targetType, title, text, active == null || active);
        }
    }

    record AnswerPatch(
            Sent<TargetType> targetType,
            @Required Sent<@Text(max = TITLE_MOST) String> title,
            @Required Sent<@Text(max = TEXT_MOST, lines = true) String> text,
            @Required Sent<Boolean> active) {

        CannedAnswer.Form patch(CannedAnswer.Form is) {
            return new CannedAnswer.Form(
                    targetType.or(is.targetType()),
                    Objects.requireNonNull(title.or(is.title())),
                    Objects.requireNonNull(text.or(is.text())),
                    Objects.requireNonNull(active.or(is.active())));
        }
    }
}
