package kontor.support.queue;

import java.time.Instant;
import java.util.UUID;
import kontor.support.object.TargetType;
import kontor.support.promise.Priority;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as callers see it; due times by its priority (S-11).
 *
 * @param conversationId null until chat has opened it
 * @param assignedTo who has it, null for nobody
 * @param openSeconds running time in OPEN so far
 * @param solutionDueAt when the target is missed if it stays OPEN; null while no time runs
 */
public record TicketView(
        Long id,
        Long version,
        UUID creatorId,
        String subject,
        @Nullable Long conversationId,
        @Nullable TargetType targetType,
        @Nullable String targetId,
        Level level,
        Priority priority,
        TicketStatus status,
        @Nullable UUID assignedTo,
        Instant createdAt,
        @Nullable Instant closedAt,
        Instant firstAnswerDueAt,
        @Nullable Instant firstAnswerAt,
        @Nullable Instant firstAnswerBreachedAt,
        Long openSeconds,
        @Nullable Instant solutionDueAt,
        @Nullable Instant solutionBreachedAt,
        Integer reopened,
        @Nullable String externalSource,
        @Nullable String externalId) {}
