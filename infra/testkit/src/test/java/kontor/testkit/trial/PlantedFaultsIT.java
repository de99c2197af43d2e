package kontor.testkit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PlantedFaultsIT {

    private static final Map<String, Long> NAMES = Map.of("mine", 1L);

    private final TestDatabase database = PostgresServer.createFor("ledger");
    private final VerifySet set = new VerifySet(database);

    PlantedFaultsIT() {
        database.asOwner().sql("""
                        create table purse (id bigint primary key, coins int not null);
                        insert into purse values (1, 5), (2, 5)
                        """).update();
    }

    @Test
    void noticesAFaultAndTakesItBack() {
        assertThatCode(only("INV-01: update purse set coins = 0 - coins\n  where id = {mine}")::execute)
                .doesNotThrowAnyException();
        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void noticesAFaultBeyondTheLimitOfTheQuery() {
        database.asOwner().sql("insert into purse values (3, -1)").update();

        assertThatCode(only("INV-01: update purse set coins = -1 where id = {mine}")::execute)
                .doesNotThrowAnyException();
    }

    @Test
    void isRedWhenTheQueryDoesNotNoticeTheFault() {
        assertRed("INV-01: update purse set coins = 10 where id = {mine}");
    }

    @Test
    void isRedWhenTheQueryFoundThatBefore() {
        database.asOwner().sql("insert into purse values (3, -1)").update();

        assertRed("INV-01: update purse set coins = 10 where id = {mine}");
        assertThat(set.offenders("INV-01")).containsExactly("INV-01-nobody-owes.sql: {id=3}");
    }

    @Test
    void isRedWhenAFaultNamesNoneOrTwo() {
        assertRed("INV-0: update purse set coins = -1");
        assertRed("INV-03: update purse set coins = -1");
    }

    @Test
    void isRedWhenAQueryHasNoFault() {
        PlantedFaults some = PlantedFaults.of("INV-01: update purse set coins = -1");
        PlantedFaults all = PlantedFaults.of("INV-01: update purse set coins = -1\nINV-02: delete from purse");

        assertThatThrownBy(() -> some.requireOneForEach(set)).isInstanceOf(AssertionError.class);
        all.requireOneForEach(set);
    }

    private void assertRed(String fault) {
        assertThatThrownBy(only(fault)::execute).isInstanceOf(AssertionError.class);
    }

    private Executable only(String fault) {
        List<DynamicTest> tests = PlantedFaults.of(fault).tests(set, NAMES).toList();
        assertThat(tests).hasSize(1);
        return tests.getFirst().getExecutable();
    }
}
