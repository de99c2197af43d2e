package kontor.support.answer;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Objects;
import kontor.support.object.TargetType;
import org.jspecify.annotations.Nullable;

/** A text that System answers with, where its words fit a new ticket. */
@Entity
class CannedAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private @Nullable Long targetTypeId;
    private String title;
    private String text;
    private boolean active;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected CannedAnswer() {}

    CannedAnswer(Form form) {
        take(form);
    }

    /**
     * What makes a canned answer.
     *
     * @param targetType what tickets are about that it answers; null for any
     */
    record Form(@Nullable TargetType targetType, String title, String text, boolean active) {}

    /** Whether it is another than before. */
    boolean edit(Form wanted) {
        if (wanted.equals(form())) {
            return false;
        }
        take(wanted);
        return true;
    }

    private void take(Form form) {
        targetTypeId = form.targetType() == null ? null : form.targetType().id();
        title = form.title();
        text = form.text();
        active = form.active();
        version++;
    }

    Form form() {
        return new Form(targetTypeId == null ? null : TargetType.of(targetTypeId), title, text, active);
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved answer has an id");
    }

    long version() {
        return version;
    }
}
