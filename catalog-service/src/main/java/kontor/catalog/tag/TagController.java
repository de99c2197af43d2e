package kontor.catalog.tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKey;
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

/** {@code /tags}: anyone reads, admins write. */
@RestController
@RequestMapping("/api/v1/tags")
class TagController {

    private final Tagging tagging;
    private final TagLists tags;
    private final RequestKeys keys;

    TagController(Tagging tagging, TagLists tags, RequestKeys keys) {
        this.tagging = tagging;
        this.tags = tags;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<TagView> list(
            @Listing(
                            sort = "name",
                            filters = {"name", "forSale", "externalId"})
                    ListRequest request) {
        return tags.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<TagView> one(@PathVariable long id) {
        return shown(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<TagView> create(@Valid @RequestBody NewTag request, Caller caller) {
        TagView tag = tagging.create(request.toCommand(caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/tags/" + tag.id()))
                .eTag(IfMatch.etag(tag.version()))
                .body(tag);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<TagView> edit(
            @PathVariable long id, @Valid @RequestBody TagPatch request, Caller caller, IfMatch expected) {
        tagging.edit(new EditTag(id, request.name(), request.forSale(), caller.memberId(), expected));
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> delete(@PathVariable long id, Caller caller) {
        tagging.delete(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<TagView> shown(long id) {
        TagView tag = tags.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(tag.version())).body(tag);
    }

    record NewTag(
            @NotNull @Text(max = 24) String name, @Nullable Boolean forSale) {

        CreateTag toCommand(UUID adminId, RequestKey key) {
            return new CreateTag(name, forSale == null || forSale, adminId, key);
        }
    }

    record TagPatch(
            @Required Sent<@Text(max = 24) String> name,
            @Required Sent<Boolean> forSale) {}
}
