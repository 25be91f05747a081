package org.tasuki.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.persistence.cache.CachedEntity;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;
import org.flowable.common.engine.impl.persistence.entity.Entity;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Deletes an execution without updating it first. The engine writes how many tasks and timers it has left, and then takes the row away;
 * the update is of use only to one that hangs elsewhere since, which its table's keys must be told of before anything goes. That nobody
 * else has changed the row is asked by the delete as well.
 */
final class LastUpdates extends DbSqlSessionFactory {

    LastUpdates(boolean prefixedIds) {
        super(prefixedIds);
    }

    @Override
    protected DbSqlSession createDbSqlSession() {
        return new Rows(this, Context.getCommandContext().getSession(EntityCache.class));
    }

    private static final class Rows extends DbSqlSession {

        /** What another row's key may point to. */
        private static final List<String> PLACE = List.of("parentId", "superExecution", "rootProcessInstanceId");

        private Rows(DbSqlSessionFactory factory, EntityCache cache) {
            super(factory, cache);
        }

        @Override
        public void determineUpdatedObjects() {
            super.determineUpdatedObjects();
            updatedObjects.removeIf(row -> row instanceof ExecutionEntity && isEntityToBeDeleted(row) && stays(row));
        }

        private boolean stays(Entity row) {
            Map<String, CachedEntity> alike = entityCache.getAllCachedEntities().get(row.getClass());
            CachedEntity known = alike == null ? null : alike.get(row.getId());
            Map<?, ?> now = (Map<?, ?>) row.getPersistentState();
            return known != null
                    && known.getOriginalPersistentState() instanceof Map<?, ?> before
                    && PLACE.stream().allMatch(key -> Objects.equals(before.get(key), now.get(key)));
        }
    }
}
