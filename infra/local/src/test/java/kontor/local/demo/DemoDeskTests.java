package kontor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoDeskTests {

    private final DemoDesk desk = DemoDesk.read();

    @Test
    void isOfPeopleWhoCanLogIn() {
        assertThat(DemoGoods.read().members())
                .extracting(DemoGoods.Person::login)
                .containsAll(desk.people());
    }

    @Test
    void eachStepIsEitherWrittenOrDone() {
        assertThat(desk.tickets())
                .flatExtracting(DemoDesk.Ticket::steps)
                .isNotEmpty()
                .allMatch(step -> (step.text() == null) != (step.action() == null));
    }

    @Test
    void canBeLoadedAgainBecauseNothingIsNamedTwice() {
        assertThat(desk.cannedAnswers())
                .extracting(DemoDesk.CannedAnswer::title)
                .doesNotHaveDuplicates();
        assertThat(desk.tickets()).extracting(DemoDesk.Ticket::subject).doesNotHaveDuplicates();
    }
}
