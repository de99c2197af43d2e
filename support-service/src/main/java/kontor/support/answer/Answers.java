package kontor.support.answer;

import kontor.support.object.TargetType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What System answers by itself (S-3). */
@Component
public class Answers {

    private static final String RECEIPT = """
            Thank you for your message. We have received it and will look after it.
            If you want a human to answer, ask for one; otherwise one will see it as soon as possible.""";

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The active canned answer of this type, or of none, whose words fit subject and text best; a plain receipt where
     * none has a word of them. Of equals, the one of the type is taken, then the oldest.
     */
    public Answer best(@Nullable TargetType type, String subject, String text) {
        return jdbc.sql("""
                        with asked as (
                            select cast(string_agg(
                                '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || '''', ' | ')
                                as tsquery) as words
                            from unnest(tsvector_to_array(to_tsvector('english', :asked))) word)
                        select a.id, a.text
                        from canned_answer a, asked
                        where a.active
                            and (a.target_type_id is null or a.target_type_id = cast(:type as bigint))
                            and a.words @@ asked.words
                        order by ts_rank(a.words, asked.words, 1) desc, a.target_type_id nulls last, a.id
                        limit 1
                        """)
                .param("type", type == null ? null : type.id())
                .param("asked", subject + "\n" + text)
                .query((row, n) -> new Answer(row.getLong("id"), row.getString("text")))
                .optional()
                .orElseGet(() -> new Answer(null, RECEIPT));
    }
}
