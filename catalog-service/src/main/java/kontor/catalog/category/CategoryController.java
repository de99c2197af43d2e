package kontor.catalog.category;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /categories}: anyone reads, admins write. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {

    private final Categorising categorising;
    private final CategoryLists categories;
    private final CategoryRanking ranking;
    private final RequestKeys keys;

    CategoryController(Categorising categorising, CategoryLists categories, CategoryRanking ranking, RequestKeys keys) {
        this.categorising = categorising;
        this.categories = categories;
        this.ranking = ranking;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<CategoryView> list(
            @Listing(
                            sort = "name",
                            filters = {"name", "parentId", "tree", "externalId"})
                    ListRequest request) {
        return categories.page(request);
    }

    @GetMapping("/ranking")
    @Access(Who.ANYONE)
    Page<CategoryRanking.Row> ranking(@Listing(sort = "rank") ListRequest request) {
        return ranking.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<CategoryView> one(@PathVariable long id, @RequestParam(defaultValue = "false") boolean descendants) {
        return shown(id, descendants);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<CategoryView> create(@Valid @RequestBody NewCategory request, Caller caller) {
        CategoryView category = categorising.create(
                new CreateCategory(request.name(), request.parentId(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/categories/" + category.id()))
                .eTag(IfMatch.etag(category.version()))
                .body(category);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<CategoryView> edit(
            @PathVariable long id, @Valid @RequestBody CategoryPatch request, Caller caller, IfMatch expected) {
        categorising.edit(new EditCategory(id, request.name(), request.parentId(), caller.memberId(), expected));
        return shown(id, false);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> delete(@PathVariable long id, Caller caller) {
        categorising.delete(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<CategoryView> shown(long id, boolean descendants) {
        CategoryView category = categories.one(id, descendants);
        return ResponseEntity.ok().eTag(IfMatch.etag(category.version())).body(category);
    }

    record NewCategory(
            @NotNull @Text(max = 50) String name, @Nullable Long parentId) {}

    record CategoryPatch(@Required Sent<@Text(max = 50) String> name, Sent<Long> parentId) {}
}
