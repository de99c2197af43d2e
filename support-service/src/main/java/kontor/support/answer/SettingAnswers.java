package kontor.support.answer;

import java.util.function.UnaryOperator;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the canned answers. */
@Service
class SettingAnswers {

    private static final String TARGET = "canned-answer";

    private final CannedAnswers answers;
    private final CannedAnswerLists views;
    private final Replies replies;
    private final Audit audit;

    SettingAnswers(CannedAnswers answers, CannedAnswerLists views, Replies replies, Audit audit) {
        this.answers = answers;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
    }

    /** A canned answer shall exist. */
    record CreateAnswer(CannedAnswer.Form form, RequestKey key) {}

    /** A canned answer shall be changed. */
    record EditAnswer(long id, UnaryOperator<CannedAnswer.Form> patch, IfMatch expected) {}

    @Transactional
    public CannedAnswerView create(CreateAnswer command) {
        return replies.once(command.key(), CannedAnswerView.class, () -> {
            CannedAnswer answer = answers.saveAndFlush(new CannedAnswer(command.form()));
            audit.record("create-canned-answer", TARGET, answer.id());
            return views.one(answer.id());
        });
    }

    @Transactional
    public void edit(EditAnswer command) {
        CannedAnswer answer = answers.lock(command.id()).orElseThrow(NotFound::new);
        command.expected().require(answer.version());
        if (answer.edit(command.patch().apply(answer.form()))) {
            answers.saveAndFlush(answer);
            audit.record("edit-canned-answer", TARGET, command.id());
        }
    }

    /** What was answered with it stays in the conversations, which keep the text. */
    @Transactional
    public void delete(long id) {
        answers.delete(answers.lock(id).orElseThrow(NotFound::new));
        audit.record("delete-canned-answer", TARGET, id);
    }
}
