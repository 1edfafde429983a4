export interface Lock {
  packages: Record<
    string,
    {
      version: string;
      license?: string;
      dev?: boolean;
      link?: boolean;
      resolved?: string;
      integrity?: string;
      hasInstallScript?: boolean;
    }
  >;
}

export interface Package {
  name: string;
  version: string;
  licence?: string;
}

export function productionPackages(lock: Lock): Package[];
export function licenceFaults(lock: Lock): string[];
