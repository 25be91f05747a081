package org.tasuki.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;

/** Where courses come in from other offices, and go out to them (教材の取込みと書出し). */
@Component
@Transactional
public class MaterialDesk {

    /** Of one office's own. */
    static final int MOST = 100;

    private final Courses courses;
    private final ShippedCourses shipped;
    private final OfficeMaterials office;
    private final MaterialPackage packages;
    private final AuditTrail trail;
    private final Clock clock;

    MaterialDesk(
            Courses courses,
            ShippedCourses shipped,
            OfficeMaterials office,
            MaterialPackage packages,
            AuditTrail trail,
            Clock clock) {
        this.courses = courses;
        this.shipped = shipped;
        this.office = office;
        this.packages = packages;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What the office has brought in.
     *
     * @param by the account that did
     * @param shipped whether the house has one of that key, whose place it takes
     */
    public record Brought(Course course, String by, Instant at, boolean shipped) {}

    @Transactional(readOnly = true)
    public List<Brought> brought() {
        return office.all().stream()
                .map(one -> new Brought(
                        one.course(),
                        one.by(),
                        one.at(),
                        shipped.find(one.course().key()).isPresent()))
                .toList();
    }

    /**
     * Lays a file ready; nobody sees it before it is {@link #accept accepted}.
     *
     * @return what it is then called by
     * @throws NotAccepted when anything in it is not in order: nothing of it is kept then
     */
    @Transactional(rollbackFor = NotAccepted.class)
    public UUID lay(byte[] zip) throws NotAccepted {
        Map<String, String> files = MaterialZip.read(zip);
        room(packages.read(files));
        return office.lay(files);
    }

    private void room(List<Material> materials) throws NotAccepted {
        long known = Stream.concat(
                        office.all().stream().map(one -> one.course().key()),
                        materials.stream().map(one -> one.course().key()))
                .distinct()
                .count();
        if (known > MOST) {
            throw new NotAccepted(
                    "この事務所の教材は100コースまでです。使わないものを先に外してください。",
                    "An office has up to 100 courses of its own. Remove some that nobody uses first.");
        }
    }

    /** What it would change; empty for what nobody laid there. */
    @Transactional(readOnly = true)
    public Optional<List<CourseChange>> plan(UUID id) throws NotAccepted {
        Optional<Map<String, String>> files = office.laid(id);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<CourseChange> changes = new ArrayList<>();
        for (Material material : packages.read(files.get())) {
            changes.add(change(material));
        }
        return Optional.of(changes);
    }

    private CourseChange change(Material material) {
        String key = material.course().key();
        Optional<Material> own = office.find(key);
        CourseChange.Kind takes = own.isPresent() ? CourseChange.Kind.OWN : CourseChange.Kind.SHIPPED;
        return own.or(() -> shipped.find(key))
                .map(before -> CourseChange.between(before, material, takes))
                .orElseGet(() -> CourseChange.fresh(material));
    }

    /** @return the courses that came in; empty for what nobody laid there, or what has been accepted before */
    @Transactional(rollbackFor = NotAccepted.class)
    public Optional<Integer> accept(UUID id) throws NotAccepted {
        Optional<Map<String, String>> files = office.laid(id);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        // The processes may have changed since it was laid there.
        List<Material> materials = packages.read(files.get());
        room(materials);
        for (Material material : materials) {
            office.keep(material);
            trail.note(Act.COURSE_IMPORTED, Map.of("course", material.course().key()));
        }
        office.clear(id);
        return Optional.of(materials.size());
    }

    /** Whether there was anything to drop. */
    public boolean drop(UUID id) {
        return office.clear(id);
    }

    /** The house's own of that key, if there is one, is back then. Whether there was any to remove. */
    public boolean remove(String course) {
        boolean removed = office.remove(course);
        if (removed) {
            trail.note(Act.COURSE_REMOVED, Map.of("course", course));
        }
        return removed;
    }

    /** All that can be taken here, as one file. */
    public byte[] exportAll() throws NotAccepted {
        return export(courses.all().stream().map(Course::key).toList());
    }

    public Optional<byte[]> export(String course) throws NotAccepted {
        Optional<Course> found = courses.find(course);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(export(List.of(found.get().key())));
    }

    /** @throws NotAccepted when no office could take it in again: nobody is given a file that is of no use */
    private byte[] export(List<String> keys) throws NotAccepted {
        List<Material> materials =
                keys.stream().flatMap(key -> courses.material(key).stream()).toList();
        byte[] zip = MaterialZip.write(MaterialPackage.of(materials), clock.instant());
        MaterialPackage.courses(MaterialZip.read(zip));
        trail.note(
                Act.COURSE_EXPORTED,
                keys.size() == 1 ? Map.of("course", keys.get(0)) : Map.of("courses", String.valueOf(keys.size())));
        return zip;
    }
}
