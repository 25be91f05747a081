package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.LanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The engine's statements, each file of them read when one of its statements is first asked for: the engine reads all
 * thirty-six before it is ready, a fifth of its start, and a case needs a third of them.
 */
public final class EngineStatements extends Configuration { // made by MyBatis, by reflection

    private final Object reading = new Object();

    /** Taken out as they are read; nobody waits for a lock once it is empty. */
    private volatile List<String> unread = List.of();

    private Runnable beforeFirst = () -> {};

    public EngineStatements() {
        languageRegistry.register(new TextsReadOnce());
    }

    /** MyBatis sets none, by name, when it has read its own file: what was set before that is gone. */
    @Override
    public void setDefaultScriptingLanguage(@Nullable Class<? extends LanguageDriver> driver) {
        super.setDefaultScriptingLanguage(driver == null ? TextsReadOnce.class : driver);
    }

    /** @param first what the files stand on, done once before any of them is read */
    void readOnDemand(List<String> files, Runnable first) {
        unread = List.copyOf(files);
        beforeFirst = first;
    }

    int unread() {
        return unread.size();
    }

    @Override
    public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
        readUntilThere(id);
        return super.getMappedStatement(id, validateIncompleteStatements);
    }

    @Override
    public Collection<MappedStatement> getMappedStatements() {
        readAll();
        return super.getMappedStatements();
    }

    /** A statement that stands on what was not read yet waits for it; asked about, it waits no longer. */
    @Override
    protected void buildAllStatements() {
        if (!incompleteStatements.isEmpty() || !incompleteResultMaps.isEmpty()) {
            readAll();
        }
        super.buildAllStatements();
    }

    private void readUntilThere(String id) {
        if (unread.isEmpty() || known(id)) {
            return;
        }
        synchronized (reading) {
            Deque<String> likely =
                    new ArrayDeque<>(unread.stream().sorted(nearestTo(id)).toList());
            while (!likely.isEmpty() && !known(id)) {
                read(likely.pop());
            }
        }
    }

    void readAll() {
        synchronized (reading) {
            List.copyOf(unread).forEach(this::read);
        }
    }

    /** Complete, with everything that it stands on. */
    private boolean known(String id) {
        return mappedStatements.containsKey(id);
    }

    /** {@code selectTimerJobsToExecute} is in {@code TimerJob.xml} rather than in {@code Job.xml}. */
    private static Comparator<String> nearestTo(String id) {
        return Comparator.comparing((String file) ->
                        id.contains(subject(file)) ? subject(file).length() : 0)
                .reversed();
    }

    private static String subject(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    private void read(String file) {
        beforeFirst.run();
        beforeFirst = () -> {};
        try (InputStream in = EngineStatements.class.getClassLoader().getResourceAsStream(file)) {
            new XMLMapperBuilder(in, this, file, getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unread = unread.stream().filter(other -> !other.equals(file)).toList();
    }
}
