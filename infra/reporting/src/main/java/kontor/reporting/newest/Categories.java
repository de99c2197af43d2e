package kontor.reporting.newest;

import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** The names of categories, which have no state topic; a deleted one keeps its last. */
@Component
public final class Categories implements Subject<Categories.Category> {

    /** What is used of its events, which all name it. */
    public record Category(String name) {}

    @Override
    public String name() {
        return "category";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.catalog.category.v1");
    }

    @Override
    public Category begin() {
        return new Category("");
    }

    @Override
    public Category apply(String id, Category category, Message fact) {
        return fact.as(Category.class);
    }

    @Override
    public List<Contribution> contributions(String id, Category category) {
        return List.of();
    }

    @Override
    public List<Figure> figures() {
        return List.of();
    }
}
