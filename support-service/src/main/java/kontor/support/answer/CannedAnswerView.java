package kontor.support.answer;

import kontor.support.object.TargetType;
import org.jspecify.annotations.Nullable;

/**
 * A canned answer as staff sees it.
 *
 * @param targetType what tickets are about that it answers; null for any
 */
record CannedAnswerView(
        Long id,
        Long version,
        @Nullable TargetType targetType,
        String title,
        String text,
        Boolean active,
        @Nullable String externalSource,
        @Nullable String externalId) {}
