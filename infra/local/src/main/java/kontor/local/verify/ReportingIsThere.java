package kontor.local.verify;

import java.util.ArrayList;
import java.util.List;
import kontor.local.stack.Trouble;
import tools.jackson.databind.JsonNode;

/** Reporting has read everything, could read it, and what belongs together agrees. */
record ReportingIsThere(FigureReader figures) implements Inquiry {

    @Override
    public String statement() {
        return "R-4: reporting has read all facts and put none aside; both sides of each thing agree (section 11).";
    }

    @Override
    public String place() {
        return "reporting";
    }

    @Override
    public List<String> offenders(Databases databases) {
        try {
            JsonNode progress = figures.position();
            List<String> offenders = new ArrayList<>();
            if (!progress.required("complete").asBoolean()) {
                JsonNode position = progress.required("position");
                offenders.add("%d facts are not read, %d changes not added"
                        .formatted(
                                position.required("unread").asLong(),
                                position.required("between").asLong()));
            }
            progress.required("aside").forEach(aside -> offenders.add("put aside: " + aside));
            figures.rows("mismatches").forEach(mismatch -> offenders.add(mismatch.toString()));
            return offenders;
        } catch (Trouble cause) {
            return List.of("It could not be asked: " + cause.getMessage());
        }
    }
}
