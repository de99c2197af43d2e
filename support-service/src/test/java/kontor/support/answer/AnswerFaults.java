package kontor.support.answer;

import kontor.testkit.trial.PlantedFaults;

/** What the verify set must see of canned answers, planted one at a time; <code>{answer}</code> is one. */
public final class AnswerFaults {

    public static final PlantedFaults ALL = PlantedFaults.of("""
            INV-37-changes-of-canned: update canned_answer set version = version + 1 where id = {answer}
            INV-37-changes-of-canned: delete from canned_answer where id = {answer}
            INV-37-changes-of-canned: delete from audit where target_type = 'canned-answer' and target_id = '{answer}'
            INV-37-changes-of-canned: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, action, target_type, target_id, at, correlation_id from audit
              where target_type = 'canned-answer' and target_id = '{answer}' and action = 'create-canned-answer'
            INV-37-changes-of-canned: insert into canned_answer (id, title, text, active, version)
              values (-1, 'x', 'x', true, 1)
            """);

    private AnswerFaults() {}
}
