import CRMValues
