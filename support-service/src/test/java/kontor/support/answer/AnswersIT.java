package kontor.support.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import kontor.support.Desk;
import kontor.support.object.TargetType;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which canned answer is the best (S-3). */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class AnswersIT {

    private final Answers answers;
    private final Desk desk;
    private final Member admin;

    /** A word that no other test uses, so that answers of other tests do not fit. */
    private final String word = letters(UUID.randomUUID()) + "parcel";

    AnswersIT(Answers answers, RestTestClient http, Members members, TestDatabase database) {
        this.answers = answers;
        desk = new Desk(http, database);
        admin = members.admin();
    }

    /** Digits would make it a number, which has no other forms. */
    private static String letters(UUID chance) {
        return chance.toString()
                .replace("-", "")
                .codePoints()
                .map(point -> Character.isDigit(point) ? point - '0' + 'g' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private long canned(@Nullable TargetType type, String title, String text) {
        String body = """
                {"targetType": %s, "title": "%s", "text": "%s"}
                """.formatted(type == null ? "null" : "\"%s\"".formatted(type), title, text);
        return desk.post(admin.bearer(), "/canned-answers", body).expect(201).id();
    }

    private @Nullable Long best(@Nullable TargetType type, String subject, String text) {
        return answers.best(type, subject, text).cannedAnswerId();
    }

    @Test
    void answersWithTheTextThatFits() {
        long id = canned(null, "Lost parcels " + word, "The carrier knows.");

        Answer best = answers.best(null, "Where is it?", "My parcel " + word + " is lost.");

        assertThat(best).isEqualTo(new Answer(id, "The carrier knows."));
    }

    @Test
    void takesTheOneThatSharesMostWords() {
        canned(null, "Refunds " + word, "Refunds take a week.");
        long fitting = canned(null, "Refunds of broken cups " + word, "A broken cup is refunded at once.");

        assertThat(best(null, "Broken cup " + word, "I want a refund")).isEqualTo(fitting);
    }

    /** Words count in any of their forms, and in any case. */
    @Test
    void knowsWordsInTheirOtherForms() {
        long id = canned(null, word + "s", "x");

        assertThat(best(null, "MY " + word.toUpperCase(Locale.ROOT), "?")).isEqualTo(id);
    }

    @Test
    void prefersTheTypeAmongEquals() {
        long any = canned(null, "Late " + word, "Wait.");
        long order = canned(TargetType.ORDER, "Late " + word, "Wait.");

        assertThat(best(TargetType.ORDER, word, "late")).isEqualTo(order);
        assertThat(best(TargetType.INVOICE, word, "late")).isEqualTo(any);
        assertThat(best(null, word, "late")).isEqualTo(any);
    }

    @Test
    void keepsAnswersOfAnotherTypeToItself() {
        canned(TargetType.ORDER, "Late " + word, "Wait.");

        assertThat(best(TargetType.INVOICE, word, word)).isNull();
        assertThat(best(null, word, word)).isNull();
    }

    @Test
    void takesNoAnswerThatIsInactive() {
        long id = canned(null, word, "Wait.");
        String path = "/canned-answers/" + id;
        desk.patch(admin.bearer(), path, "{\"active\": false}").expect(200);

        assertThat(best(null, word, word)).isNull();
    }

    /** Whatever is written is words to look for, never a query or statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the and of",
                "' | '",
                "\\' & !",
                "a:* <-> b",
                "'); drop table canned_answer; --",
                "% _ ? :type :asked $1",
                "\uD83D\uDE00"
            })
    void givesAReceiptWhereNothingFits(String text) {
        Answer receipt = answers.best(null, "?", text);

        assertThat(receipt.cannedAnswerId()).isNull();
        assertThat(receipt.text()).startsWith("Thank you for your message.");
    }

    @Test
    void findsWordsBetweenSigns() {
        long id = canned(null, "It's " + word, "x");

        assertThat(best(null, "'" + word + "\\'", "((" + word + "))&!:*")).isEqualTo(id);
    }
}
