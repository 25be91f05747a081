package org.tasuki.people.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps sessions in the database, so that a restart or a second node knows them. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionStore {

    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    JdbcIndexedSessionRepository sessionRepository(
            DataSource dataSource, JsonMapper json, @Value("${server.servlet.session.timeout}") Duration idle) {
        JdbcIndexedSessionRepository sessions =
                new SweptSessions(new JdbcTemplate(dataSource), transactions(dataSource));
        sessions.setTableName("session.desk");
        sessions.setDefaultMaxInactiveInterval(idle);
        sessions.setConversionService(new SessionContent(json).conversion());
        sessions.setSessionIdGenerator(SessionStore::newId);
        hashIds(sessions);
        return sessions;
    }

    static TransactionTemplate transactions(DataSource dataSource) {
        TransactionTemplate own = new TransactionTemplate(new SessionTransactions(dataSource));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /** The cookie's value is hashed on its way in and never comes out; a list of sessions has only the hashes. */
    private static void hashIds(JdbcIndexedSessionRepository sessions) {
        sessions.setCreateSessionQuery(
                """
                insert into %TABLE_NAME% (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                          expiry_time, principal_name)
                values (?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, ?, ?, ?)
                """);
        sessions.setGetSessionQuery(
                """
                select s.primary_id, asked.id as session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                       a.attribute_name, a.attribute_bytes
                from (select cast(? as text) as id) asked
                join %TABLE_NAME% s on s.session_id = encode(sha256(convert_to(asked.id, 'UTF8')), 'hex')
                left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                where s.principal_name is null
                   or exists (select from account p where p.id = s.principal_name and p.enabled)
                """);
        sessions.setUpdateSessionQuery(
                """
                update %TABLE_NAME%
                set session_id = encode(sha256(convert_to(?, 'UTF8')), 'hex'), last_access_time = ?,
                    max_inactive_interval = ?, expiry_time = ?, principal_name = ?
                where primary_id = ?
                """);
        sessions.setDeleteSessionQuery(
                """
                delete from %TABLE_NAME%
                where session_id = encode(sha256(convert_to(?, 'UTF8')), 'hex') and max_inactive_interval >= 0
                """);
        // Two requests of one page may write the same attribute; and a session may have ended while its last page was
        // made.
        sessions.setCreateSessionAttributeQuery(
                """
                insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
                select s.primary_id, n.name, n.bytes
                from (select cast(? as text) as id, cast(? as text) as name, cast(? as bytea) as bytes) n
                join %TABLE_NAME% s on s.primary_id = n.id
                on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
                """);
    }

    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
