import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'directory_weeks_pkey';

/** How many indexed entries of the directory a week has. */
@Entity('directory_weeks')
export class DirectoryWeek {
  @PrimaryColumn({ type: 'text', collation: 'C', name: 'workspace_id', primaryKeyConstraintName })
  workspaceId: string;

  /** Weeks since 1970. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName })
  week: number;

  @Column({ type: 'integer' })
  customers: number;
}
