// What course.toml says of the course; join.py puts it in place of this.
declare const course: { name: string; title: string; store: string };
export default course;
